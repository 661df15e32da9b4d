using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Cases.Erasure;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Figures;
using Platform.Testing;

namespace Platform.Modules.Statistics.Tests.Counting;

public sealed class CountMonthsTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly April = new(2026, 4, 1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_month_is_counted_once_a_day_after_its_end(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        await Applications.SendAsync(platform, owner);
        await Applications.SendAsync(platform, owner, Channels.Api);
        var withdrawn = await Applications.SendAsync(platform, owner);

        await Applications.CountAsync(platform);
        Assert.Empty(await TalliesAsync(platform, CountKinds.Sent, "channel"));

        platform.Clock.AdjustTime(new(2026, 4, 1, 20, 0, 0, TimeSpan.Zero));
        await Applications.CountAsync(platform);
        Assert.Empty(await TalliesAsync(platform, CountKinds.Sent, "channel"));

        await Applications.DoAsync(platform, withdrawn.CaseId, "withdraw", owner.PersonId);
        platform.Clock.AdjustTime(new(2026, 5, 2, 20, 0, 0, TimeSpan.Zero));
        await Applications.CountAsync(platform);
        await Applications.CountAsync(platform);

        Assert.Equal([(March, "api", 1), (March, "web", 2)], await TalliesAsync(platform, CountKinds.Sent, "channel"));
        Assert.Equal([(March, "XA", 3)], await TalliesAsync(platform, CountKinds.Sent, "area"));
        Assert.Equal([(March, Applications.Service, 3)], await TalliesAsync(platform, CountKinds.Sent, "service"));
        Assert.Equal([(April, "withdrawn", 1)], await TalliesAsync(platform, CountKinds.Closed, "outcome"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Erasing_a_case_changes_no_figure_and_moves_none_to_another_month(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var (early, late) = (await Applications.DecideAsync(platform, owner), await Applications.DecideAsync(platform, owner));
        platform.Clock.AdjustTime(new(2026, 4, 1, 10, 0, 0, TimeSpan.Zero));
        await EraseAsync(platform, early.CaseId);
        platform.Clock.AdjustTime(new(2026, 4, 3, 10, 0, 0, TimeSpan.Zero));
        await Applications.CountAsync(platform);
        Assert.Equal([(March, "rejected", 2)], await TalliesAsync(platform, CountKinds.Closed, "outcome"));

        await EraseAsync(platform, late.CaseId);
        platform.Clock.AdjustTime(new(2026, 5, 3, 10, 0, 0, TimeSpan.Zero));
        await Applications.CountAsync(platform);

        Assert.Equal([(March, "rejected", 2)], await TalliesAsync(platform, CountKinds.Closed, "outcome"));
        Assert.Equal([(March, Applications.Service, 2)], await TalliesAsync(platform, CountKinds.Sent, "service"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_that_count_at_once_count_once(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await Applications.SendAsync(platform, await platform.CitizenAsync());
        platform.Clock.AdjustTime(new(2026, 4, 3, 10, 0, 0, TimeSpan.Zero));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Applications.CountAsync(platform))));

        Assert.Equal([(March, "web", 1)], await TalliesAsync(platform, CountKinds.Sent, "channel"));
    }

    private static Task EraseAsync(TestPlatform platform, Guid caseId) => platform.Services.GetRequiredService<Erasures>().EraseAsync(caseId, Actor.System);

    private static async Task<IReadOnlyList<(DateOnly Month, string Key, int Count)>> TalliesAsync(TestPlatform platform, string kind, string column) =>
        [.. (await platform.Services.GetRequiredService<CountStore>().TalliesAsync(kind, column, new(2025, 1, 1), new(2027, 1, 1))).Select((Tally t) => (t.Month, t.Key, (int)t.Count)).Order()];
}
