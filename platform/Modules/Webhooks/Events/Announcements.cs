using System.Text.Json.Nodes;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;

namespace Platform.Modules.Webhooks.Events;

/// <summary>Puts what happened into the queue of every endpoint that asked for it. Doing it twice is as doing it once.</summary>
internal sealed class Announcements(EndpointStore endpoints, CaseStore cases, PortalAddress portal, Acts acts, TimeProvider clock)
{
    private static readonly CaseAccess All = new CaseAccess.AfterCommit();

    /// <param name="seq">Number of the case's event; null where it has none any more.</param>
    /// <param name="more">What this type says besides.</param>
    public async Task TellAsync(string type, Guid caseId, long? seq, JsonObject more, CancellationToken cancellationToken)
    {
        var told = await endpoints.WantingAsync(type, cancellationToken);
        if (told.Count == 0 || await cases.FindAsync(caseId, All, cancellationToken) is not { } found)
        {
            return;
        }

        var events = seq is null ? [] : await cases.EventsAsync(caseId, All, cancellationToken);
        var at = events.FirstOrDefault(e => e.Seq == seq)?.At ?? found.ErasedAt ?? found.ChangedAt;
        await QueueAsync(new($"{caseId:N}.{seq ?? 0}.{type}", type, caseId, at, Data(found, seq, more)), told, cancellationToken);
    }

    public async Task PingAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) =>
        await QueueAsync(new($"{Guid.CreateVersion7():N}", EventTypes.Ping, null, clock.Now(), []), [endpoint], cancellationToken);

    private async Task QueueAsync(CloudEvent told, IReadOnlyList<WebhookEndpoint> to, CancellationToken cancellationToken)
    {
        var act = acts.Begin(Actor.System);
        foreach (var endpoint in to)
        {
            DeliveryStore.Add(act, endpoint, told, told.ToJson(portal.Root));
        }

        await act.CommitAsync(cancellationToken);
    }

    private static JsonObject Data(CaseRow found, long? seq, JsonObject more)
    {
        var data = new JsonObject { ["case"] = found.CaseId.ToString("D"), ["reference"] = found.Reference, ["service"] = found.Service, ["organization"] = found.Organization };
        if (seq is { } number)
        {
            data["seq"] = number;
        }

        foreach (var (key, value) in more)
        {
            data[key] = value?.DeepClone();
        }

        return data;
    }
}
