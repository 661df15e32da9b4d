using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.Keys;

/// <summary>Makes a new instance key and moves everything that the earlier ones wrap to it. May be interrupted and run again.</summary>
public sealed class KeyRotation
{
    private readonly KeyStore subjects;
    private readonly SigningKeys signing;
    private readonly DataProtectionKeys protection;

    internal KeyRotation(KeyStore subjects, SigningKeys signing, DataProtectionKeys protection) =>
        (this.subjects, this.signing, this.protection) = (subjects, signing, protection);

    /// <summary>Wraps all secrets with the active instance key.</summary>
    /// <param name="progress">Subject keys seen so far.</param>
    /// <returns>How many secrets were wrapped anew.</returns>
    public async Task<int> RewrapAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        await subjects.NoteActiveAsync(cancellationToken);
        return await subjects.RewrapAsync(progress, cancellationToken) + await signing.RewrapAsync(cancellationToken) + await protection.RewrapAsync(cancellationToken);
    }
}
