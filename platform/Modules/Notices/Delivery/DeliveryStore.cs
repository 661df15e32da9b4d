using Dapper;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Notices.Delivery;

/// <summary>All SQL of deliveries.</summary>
public sealed class DeliveryStore(Db db, Acts acts)
{
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(3);

    internal Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(string channel, int limit, Lease lease, CancellationToken cancellationToken) => db.ClaimAsync<ClaimedDelivery>(
        "notices_delivery", "delivery_id", $"state = '{DeliveryStates.Waiting}' and channel = '{channel}' and due_at <= @now", "due_at",
        "delivery_id, notice_id, case_id, attempts, outcomes", limit, lease, cancellationToken);

    internal static Act Add(Act act, Guid noticeId, Guid caseId, string channel) => act.Do(
        $"""
        insert into notices_delivery (delivery_id, notice_id, case_id, channel, state, attempts, outcomes, due_at, act)
        values (@id, @noticeId, @caseId, @channel, '{DeliveryStates.Waiting}', 0, 0, @at, @act)
        """,
        new { id = Guid.CreateVersion7(), noticeId, caseId, channel });

    /// <summary>The end of a delivery, with its line in the audit.</summary>
    internal Task SettleAsync(ClaimedDelivery delivery, Lease lease, string state, string? reason, string? reference)
    {
        var act = acts.Begin(Actor.System);
        return act
            .Guard(
                "notices_delivery", "delivery_id", delivery.DeliveryId,
                """
                update notices_delivery set state = @state, reason = @reason, reference = @reference, outcomes = attempts, settled_at = @at, act = @act,
                    lease_token = null, lease_until = null
                where delivery_id = @DeliveryId and lease_token = @Token
                """,
                new { delivery.DeliveryId, lease.Token, state, reason, reference })
            .Audit("case", delivery.CaseId, "notices.deliver", new { notice = delivery.NoticeId, delivery = delivery.DeliveryId, state, reason })
            .CommitAsync();
    }

    /// <summary>Waits for another try: a lease given back, no change that anybody must answer for.</summary>
    internal Task PostponeAsync(ClaimedDelivery delivery, Lease lease, Instant until, string reason) => db.WriteAsync(
        """
        update notices_delivery set due_at = @until, reason = @reason, outcomes = attempts, lease_token = null, lease_until = null
        where delivery_id = @DeliveryId and lease_token = @Token
        """,
        new { delivery.DeliveryId, lease.Token, until, reason });

    /// <summary>What did not arrive, the last first: for whoever runs the portal, so without a word of the notices themselves.</summary>
    public async Task<IReadOnlyList<LostDelivery>> LostAsync(int limit, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<LostDelivery>(
            $"""
            select d.delivery_id, d.case_id, d.channel, d.state, d.reason, d.attempts, d.settled_at, n.name from notices_delivery d join notices_notice n on n.notice_id = d.notice_id
            where {Lost("d.state")} order by d.settled_at desc, d.delivery_id desc limit @limit
            """,
            new { limit })).AsList();
    }

    /// <summary>Gives a lost delivery its tries back.</summary>
    /// <exception cref="ActConflictException">It is not lost, or no longer.</exception>
    public Task ReplayAsync(LostDelivery lost, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lost);
        return acts.Begin(by)
            .Guard(
                "notices_delivery", "delivery_id", lost.DeliveryId,
                $"""
                update notices_delivery set state = '{DeliveryStates.Waiting}', attempts = 0, outcomes = 0, due_at = @at, settled_at = null, act = @act
                where delivery_id = @DeliveryId and {Lost("state")}
                """,
                new { lost.DeliveryId })
            .Audit("case", lost.CaseId, NoticesPermissions.Replay, new { delivery = lost.DeliveryId })
            .CommitAsync(cancellationToken);
    }

    private static string Lost(string column) => $"{column} in ('{DeliveryStates.Failed}', '{DeliveryStates.GivenUp}')";

    /// <summary>Deliveries of a case's notices. Ask only after the case itself was found for the reader.</summary>
    public async Task<IReadOnlyList<DeliveryLine>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<DeliveryLine>(
            "select notice_id, channel, state, reason, reference, attempts from notices_delivery where case_id = @caseId order by delivery_id", new { caseId })).AsList();
    }
}
