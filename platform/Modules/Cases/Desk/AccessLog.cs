using System.Security.Cryptography;
using System.Text;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Cases.Desk;

/// <summary>Who looked at a case. A chain of its own beside that of the case: looking never waits for those who change it.</summary>
public sealed class AccessLog(Acts acts)
{
    public const string Kind = "case-access";

    /// <summary>Written before anything is shown.</summary>
    /// <param name="what">What was looked at, as <c>cases.view</c>.</param>
    public Task LookedAtAsync(CaseRow found, string what, Viewer viewer, object? details = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(viewer);
        return acts.Begin(viewer.Actor(Channels.Web, found.ApplicantId)).Audit(Kind, SubjectOf(found.CaseId), what, details ?? new { found.CaseId }).CommitAsync(cancellationToken);
    }

    /// <summary>Written before anything is shown to somebody without a name. Says by which proof, never who asked: that is not known and not asked.</summary>
    /// <param name="what">What was shown, as <c>documents.verify</c>.</param>
    public Task ShownToBearerAsync(CaseAccess.Bearer bearer, string what, object details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bearer);
        return acts.Begin(Actor.Anonymous(Channels.Web)).Audit(Kind, SubjectOf(bearer.CaseId), what, details).CommitAsync(cancellationToken);
    }

    /// <summary>The subject of a case's looks, the same for all time: 128 bits of a hash, marked as an id of version 8 (RFC 9562, 5.8).</summary>
    public static Guid SubjectOf(Guid caseId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}/{caseId:D}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
