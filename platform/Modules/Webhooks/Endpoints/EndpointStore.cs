using Microsoft.AspNetCore.DataProtection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Webhooks.Delivery;

namespace Platform.Modules.Webhooks.Endpoints;

/// <summary>All SQL of endpoints. They are few, and whoever manages them manages all.</summary>
public sealed class EndpointStore(Db db, Acts acts, TimeProvider clock, IDataProtectionProvider protection)
{
    private const string Kind = "webhook";
    private const string Select = "select endpoint_id, url, events, secret, former_secret, former_until, state, created_at from webhooks_endpoint";

    // Long enough to put a new secret into a program that is installed by hand.
    private static readonly TimeSpan FormerLife = TimeSpan.FromDays(2);

    private readonly IDataProtector protector = protection.CreateProtector("webhooks/secret");

    // Asked for every event, though seldom anybody is to be told.
    private readonly Together<string, IReadOnlyList<WebhookEndpoint>> wanting = new(async _ =>
    {
        var all = await ActiveAsync(db);
        return type => [.. all.Where(e => e.Wants(type))];
    });

    public Task<IReadOnlyList<WebhookEndpoint>> ListAsync(CancellationToken cancellationToken = default) =>
        db.ReadAsync<WebhookEndpoint>($"{Select} order by endpoint_id", null, cancellationToken);

    public async Task<WebhookEndpoint?> FindAsync(Guid endpointId, CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<WebhookEndpoint>($"{Select} where endpoint_id = @endpointId", new { endpointId }, cancellationToken)).SingleOrDefault();

    /// <summary>Those that are told now.</summary>
    public Task<IReadOnlyList<WebhookEndpoint>> ActiveAsync(CancellationToken cancellationToken = default) => ActiveAsync(db, cancellationToken);

    /// <summary>Those of them that are told of events of this type.</summary>
    internal Task<IReadOnlyList<WebhookEndpoint>> WantingAsync(string type, CancellationToken cancellationToken) => wanting.AskAsync(type, cancellationToken);

    /// <summary>Adds one with a secret of its own.</summary>
    /// <param name="url">One in which <see cref="EndpointRules"/> found nothing wrong.</param>
    public async Task<Guid> AddAsync(string url, IEnumerable<string> types, Actor by, CancellationToken cancellationToken = default)
    {
        var (endpoint, events) = (Guid.CreateVersion7(), string.Join(' ', types));
        await acts.Begin(by)
            .Do(
                $"""
                insert into webhooks_endpoint (endpoint_id, url, events, secret, state, created_at, act)
                values (@endpoint, @url, @events, @secret, '{EndpointStates.Active}', @at, @act)
                """,
                new { endpoint, url, events, secret = protector.Protect(WebhookSecret.New()) })
            .Audit(Kind, endpoint, WebhooksPermissions.Manage, new { added = events })
            .CommitAsync(cancellationToken);
        return endpoint;
    }

    /// <summary>Switches it on or off.</summary>
    /// <exception cref="ActConflictException">It is so already.</exception>
    public Task SwitchAsync(Guid endpointId, bool on, Actor by, CancellationToken cancellationToken = default) =>
        State(endpointId, on ? EndpointStates.Active : EndpointStates.Off, by).CommitAsync(cancellationToken);

    /// <summary>The other side said that nobody is there any more.</summary>
    /// <exception cref="ActConflictException">It is known already.</exception>
    internal Task GoneAsync(Guid endpointId)
    {
        var act = State(endpointId, EndpointStates.Gone, Actor.System);
        DeliveryStore.SettleWaiting(act, endpointId);
        return act.CommitAsync();
    }

    /// <summary>Gives it a new secret; for two days the former one signs, too.</summary>
    public Task RenewSecretAsync(WebhookEndpoint endpoint, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return acts.Begin(by)
            .Guard(
                "webhooks_endpoint", "endpoint_id", endpoint.EndpointId,
                "update webhooks_endpoint set former_secret = secret, former_until = @until, secret = @renewed, act = @act where endpoint_id = @EndpointId and secret = @Secret",
                new { endpoint.EndpointId, endpoint.Secret, renewed = protector.Protect(WebhookSecret.New()), until = clock.Now().Plus(FormerLife) })
            .Audit(Kind, endpoint.EndpointId, WebhooksPermissions.Manage, new { secret = "renewed" })
            .CommitAsync(cancellationToken);
    }

    /// <summary>The secret to copy into the other side's program. Who looked is kept.</summary>
    public async Task<string> ShowSecretAsync(WebhookEndpoint endpoint, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        await acts.Begin(by).Audit(Kind, endpoint.EndpointId, WebhooksPermissions.Manage, new { secret = "shown" }).CommitAsync(cancellationToken);
        return WebhookSecret.Show(protector.Unprotect(endpoint.Secret));
    }

    /// <summary>The secrets that sign now, the present one first.</summary>
    internal IReadOnlyList<byte[]> SecretsOf(WebhookEndpoint endpoint) => endpoint.FormerSecret is { } former && endpoint.FormerUntil > clock.Now()
        ? [protector.Unprotect(endpoint.Secret), protector.Unprotect(former)]
        : [protector.Unprotect(endpoint.Secret)];

    private static Task<IReadOnlyList<WebhookEndpoint>> ActiveAsync(Db db, CancellationToken cancellationToken = default) =>
        db.ReadAsync<WebhookEndpoint>($"{Select} where state = '{EndpointStates.Active}' order by endpoint_id", null, cancellationToken);

    private Act State(Guid endpointId, string state, Actor by) => acts.Begin(by)
        .Guard(
            "webhooks_endpoint", "endpoint_id", endpointId,
            "update webhooks_endpoint set state = @state, act = @act where endpoint_id = @endpointId and state <> @state", new { endpointId, state })
        .Audit(Kind, endpointId, WebhooksPermissions.Manage, new { state });
}
