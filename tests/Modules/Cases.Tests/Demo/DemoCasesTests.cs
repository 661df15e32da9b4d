using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Demo;

public sealed class DemoCasesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "starter")]
    [InlineData(DatabaseKind.Sqlite, "e-laos")]
    public async Task A_demonstration_shows_every_state_once_and_not_twice(DatabaseKind kind, string pack)
    {
        await using var platform = await DemoAsync(kind, pack);
        var before = await RowCounts.OfAllAsync(platform);

        var states = await StatesAsync(platform);
        foreach (var state in new[] { "draft", "submitted", "review", "correction", "approved", "rejected", "investigation" })
        {
            Assert.Contains(state, states);
        }

        Assert.True(before["documents_document"] > 0 && before["payments_receipt"] > 0 && before["payments_waiver"] > 0 && before["notices_notice"] > 0, string.Join(' ', before));
        Assert.True(await LateAsync(platform) > 0, "Nothing is late.");

        await platform.RestartAsync(() => Task.CompletedTask);
        Assert.Equal(before["cases_case"], (await RowCounts.OfAllAsync(platform))["cases_case"]);
    }

    public static TheoryData<string> Shipped { get; } =
        [.. Directory.GetFiles(Path.Combine(TestFolder.RepositoryRoot, "templates/packs"), "demo.yaml", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];

    [Theory, MemberData(nameof(Shipped))]
    public async Task Each_pack_that_is_shipped_can_be_demonstrated(string pack)
    {
        await using var platform = await DemoAsync(DatabaseKind.Sqlite, pack);

        Assert.Contains("approved", await StatesAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_happened_days_ago_stands_in_the_timeline_on_its_day(DatabaseKind kind)
    {
        await using var platform = await DemoAsync(kind, "starter");
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();

        var days = await connection.QueryAsync<Instant>("select e.at from cases_event e join cases_case c on c.case_id = e.case_id where c.state = 'approved' and e.kind in ('submitted', 'moved') order by e.seq");

        Assert.Equal([12, 11, 10], days.Select(at => (int)Math.Round(platform.Services.GetRequiredService<TimeProvider>().Now().Since(at).TotalDays)));
    }

    private static async Task<TestPlatform> DemoAsync(DatabaseKind kind, string pack)
    {
        // The answers of demo.yaml are of this year; before their days they would be wrong.
        var platform = await TestPlatform.StartAsync(
            kind, pack, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)))), "--demo");
        await platform.SettleAsync();
        return platform;
    }

    private static async Task<HashSet<string>> StatesAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return [.. await connection.QueryAsync<string>("select state from cases_case")];
    }

    private static Task<long> LateAsync(TestPlatform platform) => platform.Services.GetRequiredService<DeskStore>()
        .CountAsync(new CaseAccess.Official(new Scope([new ScopePart(Grant.AnyOrganization, null)])), new(Due: DeskDue.Late));
}
