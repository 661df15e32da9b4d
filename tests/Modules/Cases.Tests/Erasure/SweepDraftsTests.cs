using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

/// <summary>Drafts are kept for a time after they were last touched; what was sent is not theirs to take.</summary>
public sealed class SweepDraftsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_goes_when_nobody_touched_it_for_long_and_nothing_else(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        var (left, touched, sent) = (await Residence.DraftAsync(platform, person.PersonId), await Residence.DraftAsync(platform, person.PersonId), await Residence.DraftAsync(platform, person.PersonId));
        Assert.NotNull((await Residence.SubmitAsync(platform, sent, person.PersonId))!.Reference);
        platform.Clock.Leap(TimeSpan.FromDays(60));
        await SaveAgainAsync(platform, touched, person.PersonId);
        platform.Clock.Leap(TimeSpan.FromDays(29));
        await SweepAsync(platform);
        Assert.Equal(new[] { false, false, false }, await ErasedAsync(platform, left, touched, sent));

        platform.Clock.Leap(TimeSpan.FromDays(2));
        await SweepAsync(platform);

        Assert.Equal(new[] { true, false, false }, await ErasedAsync(platform, left, touched, sent));
        var mine = await platform.Services.GetRequiredService<CaseStore>().ListAsync(new CaseAccess.Owner(person.PersonId), 10);
        Assert.Equal(new HashSet<Guid> { touched, sent }, [.. mine.Select(c => c.CaseId)]);
    }

    [Fact]
    public async Task Touched_at_the_last_moment_it_stays()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var person = await platform.CitizenAsync();
        var draft = await Residence.DraftAsync(platform, person.PersonId);
        var before = platform.Clock.GetUtcNow().AddDays(1);
        platform.Clock.Leap(TimeSpan.FromDays(2));
        await SaveAgainAsync(platform, draft, person.PersonId);

        await Assert.ThrowsAsync<ActConflictException>(() => platform.Services.GetRequiredService<Erasures>().EraseDraftAsync(draft, Instant.From(before), default));
    }

    private static Task SweepAsync(TestPlatform platform) => ActivatorUtilities.CreateInstance<SweepDrafts>(platform.Services).RunAsync(default);

    private static async Task SaveAgainAsync(TestPlatform platform, Guid draft, Guid owner)
    {
        var drafts = platform.Services.GetRequiredService<DraftStore>();
        var stored = (await platform.Services.GetRequiredService<CaseStore>().ReadAsync(draft, new CaseAccess.Owner(owner)))!;
        var page = (await drafts.OpenAsync(stored)).Values.First();
        await drafts.SaveAsync(stored.Case, page with { Typed = page.Typed.With("since", "2020") }, Residence.By(owner), []);
    }

    private static async Task<bool[]> ErasedAsync(TestPlatform platform, params Guid[] cases)
    {
        var store = platform.Services.GetRequiredService<CaseStore>();
        var erased = new List<bool>();
        foreach (var one in cases)
        {
            erased.Add((await store.FindAsync(one, new CaseAccess.AfterCommit()))!.ErasedAt is not null);
        }

        return [.. erased];
    }
}
