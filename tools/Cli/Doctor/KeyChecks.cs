using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;

namespace Platform.Cli.Doctor;

/// <summary>Whether the keys are there, fit the data, and are not too old.</summary>
internal sealed class KeyChecks(Db db, InstanceKeys keys, KeyStore store, TimeProvider clock)
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(2 * 365);
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(5 * 365);

    public async Task<IReadOnlyList<Finding>> RunAsync() => [await InstanceAsync(), await SigningAsync(), await FitAsync()];

    private async Task<Finding> InstanceAsync()
    {
        var others = keys.All.Count() - 1;
        var says = FormattableString.Invariant($"Instance key {keys.Active}{(others > 0 ? $" and {others} earlier" : "")}");
        return await store.ActiveSinceAsync() is { } since
            ? Finding.ByAge("keys.instance", $"{says}, first used", clock.Now().Since(since), Old, TooOld, "egov keys rotate, then egov keys escrow")
            : Finding.Warn("keys.instance", $"{says}; since when is not known", "Start the portal once: it notes it");
    }

    private async Task<Finding> SigningAsync()
    {
        var made = await db.ReadAsync<Instant>("select created_at from platform_signing_key where private_key is not null order by created_at desc limit 1");
        return made is [var at]
            ? Finding.ByAge("keys.signing", "The key that signs documents and the audit was made", clock.Now().Since(at), Old, TooOld, "A new one is made with the next release; ask for it")
            : Finding.Warn("keys.signing", "There is no signing key yet", "The portal makes it when it first signs; start it");
    }

    // The newest applications: whoever restored a wrong key store sees it here.
    private async Task<Finding> FitAsync()
    {
        var newest = await db.ReadAsync<Guid>("select case_id from cases_case where erased_at is null order by case_id desc limit 200");
        try
        {
            var found = await store.GetManyAsync(newest);
            return found.Count == newest.Count
                ? Finding.Ok("keys.fit", FormattableString.Invariant($"The keys of the newest {newest.Count} applications open"))
                : Finding.Fail("keys.fit", FormattableString.Invariant($"Of the newest {newest.Count} applications {newest.Count - found.Count} have no key"), "The key store is older than the data, or another's; restore the newest: egov restore");
        }
        catch (UnreadableException error)
        {
            return Finding.Fail("keys.fit", error.Message, "Put the instance key back: egov keys restore");
        }
    }
}
