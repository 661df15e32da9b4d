using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;
using Platform.Testing;

namespace Platform.Modules.Webhooks.Tests;

/// <summary>A platform whose webhooks are delivered when a test says so, and what is done there.</summary>
internal static class Hooks
{
    private static readonly CaseAccess All = new CaseAccess.AfterCommit();

    /// <summary>Calls to this machine are allowed, as they would be into a government's own network.</summary>
    public static readonly string[] ToThisMachine = ["--Modules:webhooks:AllowHttp", "true", "--Modules:webhooks:AllowedNetworks:0", "127.0.0.0/8", "--Modules:webhooks:TimeoutSeconds", "1"];

    public static Task<TestPlatform> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params string[] args) => TestPlatform.StartAsync(
        kind, "starter",
        // The loop would deliver at moments of its own.
        builder => builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(DeliveryLoop))),
        args is [] ? ToThisMachine : args);

    public static EndpointStore Endpoints(this TestPlatform platform) => platform.Services.GetRequiredService<EndpointStore>();

    public static async Task<WebhookEndpoint> AddAsync(this TestPlatform platform, string url, params string[] types)
    {
        var id = await platform.Endpoints().AddAsync(url, types is [] ? EventTypes.All : types, Actor.System);
        return (await platform.Endpoints().FindAsync(id))!;
    }

    /// <summary>Delivers what is due for an endpoint.</summary>
    public static async Task DeliverAsync(this TestPlatform platform, WebhookEndpoint endpoint)
    {
        while (await platform.Services.GetRequiredService<Deliveries>().RunAsync(endpoint.EndpointId, CancellationToken.None) > 0)
        {
            // As the loop does.
        }
    }

    public static async Task PingAsync(this TestPlatform platform, WebhookEndpoint endpoint) =>
        await platform.Services.GetRequiredService<Announcements>().PingAsync(endpoint, CancellationToken.None);

    public static Task<IReadOnlyList<WebhookDelivery>> LogAsync(this TestPlatform platform, WebhookEndpoint endpoint) =>
        platform.Services.GetRequiredService<DeliveryStore>().ListAsync(endpoint.EndpointId, 100);

    /// <summary>Somebody asks for a certificate of residence, in a handwriting that must not travel.</summary>
    public static async Task<CaseRow> ApplyAsync(this TestPlatform platform, string name)
    {
        var owner = await platform.CitizenAsync();
        var (access, actor) = (new CaseAccess.Owner(owner.PersonId), new Actor(owner.PersonId, null, Channels.Web));
        var drafts = platform.Services.GetRequiredService<DraftStore>();
        var id = await drafts.CreateAsync(platform.Services.GetRequiredService<EditionStore>().Live("residence-certificate")!.Service, actor, access);
        var draft = await platform.FindAsync(id);
        foreach (var (page, typed) in Answers(platform, name))
        {
            await drafts.SaveAsync(draft, new DraftPage(page, 0, typed), actor, []);
        }

        await using var scope = platform.Services.CreateAsyncScope();
        Assert.NotNull((await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(id, access, _ => actor))!.Reference);
        return await platform.FindAsync(id);
    }

    /// <summary>The applicant withdraws it: it moves and is closed.</summary>
    public static async Task WithdrawAsync(this TestPlatform platform, CaseRow one)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var mover = new Mover(new Actor(one.ApplicantId, null, Channels.Web), All, (_, by) => by.Contains(WorkflowStep.Applicant), _ => false);
        Assert.True((await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(one.CaseId, "withdraw", Typed.Nothing, one.Version, mover))!.IsDone);
    }

    /// <summary>The library of Standard Webhooks judges a call.</summary>
    public static async Task<(int Code, string Said)> JudgeAsync(this TestPlatform platform, Received call, string secret)
    {
        var file = Path.Combine(platform.Folder, "call.txt");
        await File.WriteAllTextAsync(file, string.Join('\n', call.Headers["webhook-id"], call.Headers["webhook-timestamp"], call.Headers["webhook-signature"], call.Body));
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(TestFolder.RepositoryRoot, "tests/Modules/Webhooks.Tests/independent/verify.mjs"), secret, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said).Trim());
    }

    private static async Task<CaseRow> FindAsync(this TestPlatform platform, Guid caseId) => (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, All))!;

    private static Dictionary<string, Typed> Answers(TestPlatform platform, string name) => new()
    {
        ["applicant"] = Fields(("full_name.given", name), ("birth_date.year", "1980")),
        ["address"] = Fields(("village", platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").First().Code), ("since.year", "2019"), ("since.month", "4"), ("tenure", "owned")),
        ["household"] = Fields(("others", "")),
        ["purpose"] = Fields(("purpose", "school"), ("urgent", "no"), ("truthful", "yes")),
    };

    private static Typed Fields(params (string Name, string Value)[] fields) => fields.Aggregate(Typed.Nothing, (typed, field) => typed.With(field.Name, field.Value));
}
