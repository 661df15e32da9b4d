using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Identity.Providers;

/// <summary>Which visits have come back: each is answered once.</summary>
internal sealed class VisitStore(Db db, Acts acts)
{
    /// <returns>False where the visit has come back before.</returns>
    public async Task<bool> TakeAsync(Visit visit, CancellationToken cancellationToken)
    {
        var act = acts.Begin(visit.Person is { } person ? new Actor(person, null, Channels.Web) : Actor.Anonymous(Channels.Web));
        act.Do("insert into identity_provider_visit (visit_id, provider, came_back_at, act) values (@Id, @Provider, @at, @act)", new { visit.Id, visit.Provider });
        act.Audit("sign-in", visit.Id, "identity.provider-return", new { provider = visit.Provider });
        try
        {
            await act.CommitAsync(cancellationToken);
            return true;
        }
        catch (DuplicateException)
        {
            return false;
        }
    }

    /// <summary>Forgets visits that no cookie can ask for any more.</summary>
    public Task<int> SweepAsync(Instant before, CancellationToken cancellationToken) =>
        db.WriteAsync("delete from identity_provider_visit where came_back_at < @before", new { before }, cancellationToken);
}
