using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Workflow;
using Platform.Testing;

namespace Platform.Modules.Sample.Tests;

/// <summary>The platform with the pack beside these tests, and what people do there.</summary>
internal static class Register
{
    public const string Office = "office";

    public static string Pack { get; } = Path.Combine(AppContext.BaseDirectory, "sample-register");

    public static Task<TestPlatform> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params string[] args) => TestPlatform.StartAsync(kind, Pack, [new SampleModule()], args);

    /// <summary>A citizen applies through the pages.</summary>
    public static async Task<CaseRow> ApplyAsync(this TestPlatform platform, TestPerson citizen, params (string Name, string Value)[] answers)
    {
        using var client = await platform.ClientAsync(citizen);
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/entry");
        await form.PostAsync();
        await form.PostAsync([("why", "Because"), .. answers]);
        Assert.EndsWith("/check", form.At, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
        var cases = await platform.Services.GetRequiredService<CaseStore>().ListAsync(new CaseAccess.Owner(citizen.PersonId), 1);
        return Assert.Single(cases, c => !c.IsDraft);
    }

    /// <summary>An official decides it, which enters it.</summary>
    public static async Task<Entry> EnterAsync(this TestPlatform platform, CaseRow found, TestPerson official)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var mover = new Mover(new Actor(official.PersonId, null, Channels.Web), new CaseAccess.AfterCommit(), (_, by) => by.Contains("official"), _ => true);
        Assert.True((await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(found.CaseId, "enter", Typed.Nothing, found.Version, mover))!.IsDone);
        return Assert.Single(await platform.EntriesAsync(), e => e.CaseId == found.CaseId);
    }

    public static Task<IReadOnlyList<Entry>> EntriesAsync(this TestPlatform platform) =>
        platform.Services.GetRequiredService<SampleStore>().ListAsync(new Scope([new ScopePart(Grant.AnyOrganization, null)]), 100);

    /// <summary>The kinds of events in the case's timeline.</summary>
    public static async Task<IReadOnlyList<string>> EventsAsync(this TestPlatform platform, Guid caseId) =>
        [.. (await platform.Services.GetRequiredService<CaseStore>().EventsAsync(caseId, new CaseAccess.AfterCommit())).Select(e => e.Kind)];
}
