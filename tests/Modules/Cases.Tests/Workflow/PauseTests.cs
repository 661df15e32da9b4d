using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Modules.Cases.Desk;
using Platform.Testing;
using Office = Platform.Modules.Cases.Tests.Desk.Office;

namespace Platform.Modules.Cases.Tests.Workflow;

public sealed class PauseTests
{
    /// <summary>The service's deadline; when it ends without a pause, and after one from Friday 6 March, 2:00, to Monday 9 March, 5:00. The clocks of this country show UTC.</summary>
    public static readonly IEnumerable<TheoryDataRow<DatabaseKind, string, string, string>> Paused = Databases.All().SelectMany(kind => new (string Within, string End, string Shifted)[]
    {
        ("8 working days", "2026-03-13T00:00", "2026-03-14T00:00"),
        ("10 days", "2026-03-13T00:00", "2026-03-16T00:00"),
        ("2 weeks", "2026-03-17T00:00", "2026-03-20T00:00"),
        ("1 month", "2026-04-03T00:00", "2026-04-06T00:00"),
        ("200 hours", "2026-03-10T10:00", "2026-03-13T13:00"),
    }.Select(d => new TheoryDataRow<DatabaseKind, string, string, string>(kind.Data, d.Within, d.End, d.Shifted) { Skip = kind.Skip }));

    [Theory, MemberData(nameof(Paused))]
    public async Task A_pause_gives_back_the_time_in_the_unit_that_the_deadline_counts(DatabaseKind kind, string within, string end, string shifted)
    {
        using var folder = new TestFolder();
        folder.TakePack("starter");
        var path = folder["starter/services/residence-certificate.yaml"];
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("within: 3 working days", $"within: {within}", StringComparison.Ordinal));
        await using var platform = await TestPlatform.StartAsync(kind, folder["starter"]);
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Corrected.SentAsync(platform, owner);
        Assert.Equal(Of(end), (await Office.FindAsync(platform, id)).DueAt);

        platform.Clock.Leap(TimeSpan.FromDays(4));
        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "accept", "return");
        platform.Clock.Leap(TimeSpan.FromHours(75));
        await Corrected.ResendAsync(platform, id, owner, "purpose", Residence.Answers(platform)["purpose"]);

        var now = await Office.FindAsync(platform, id);
        Assert.Equal(Of(shifted), now.DueAt);
        Assert.Equal(LocalDay.Of(now.DueAt!.Value.Plus(TimeSpan.FromTicks(-10)), platform.Services.GetRequiredService<ActivePack>().Current.Pack), now.DueOn);
    }

    private static Instant Of(string time) => Instant.Parse($"{time}:00.000000Z");
}
