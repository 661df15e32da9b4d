using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Keys.Subjects;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Documents.Issuing;

namespace Platform.Modules.Documents.Correcting;

/// <summary>Ends documents that must not count any more.</summary>
public sealed class Revocation(Acts acts, KeyStore keys)
{
    private const int LongestReason = 2000;

    /// <summary>What is wrong with a reason, in the official's words; null where it will do.</summary>
    public static string? Check(IStringLocalizer t, string reason)
    {
        ArgumentNullException.ThrowIfNull(t);
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Length switch
        {
            0 => t["Write the reason"].Value,
            > LongestReason => t["Use {0} characters or fewer", LongestReason].Value,
            _ => null,
        };
    }

    /// <param name="seen">The document with the version that was looked at.</param>
    /// <exception cref="ActConflictException">It changed meanwhile, or no longer counts; nothing was written.</exception>
    public async Task RevokeAsync(DocumentRow seen, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var key = await keys.GetAsync(seen.CaseId, cancellationToken);
        await acts.Begin(actor).End(seen, DocumentStates.Revoked, reason, key).Note(seen.CaseId, "documents.revoked").CommitAsync(cancellationToken);
    }
}
