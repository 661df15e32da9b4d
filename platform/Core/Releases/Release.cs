using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>
/// A release that has been verified: everything about it, before anything of it can be had.
/// In the file stand, in this order and nothing else: the manifest, its signature, a time stamp on that if there is one,
/// countersignatures, the members as the manifest lists them.
/// </summary>
public sealed class Release : IDisposable
{
    private const string Countersigned = "egov countersignature 1\n";

    private readonly Stream file;
    private readonly IReadOnlyDictionary<string, long> starts;

    private Release(Stream file, ReleaseManifest manifest, IReadOnlyList<ReleaseSignature> signatures, ReleaseAcceptance? accepted, IReadOnlyDictionary<string, long> starts)
    {
        (this.file, this.starts) = (file, starts);
        (Manifest, Signatures, Accepted) = (manifest, signatures, accepted);
    }

    public ReleaseManifest Manifest { get; }

    /// <summary>The releaser's first, then the countersignatures.</summary>
    public IReadOnlyList<ReleaseSignature> Signatures { get; }

    /// <summary>The earlier acceptance by which it passed, because a key has expired since; null: by now its keys are good.</summary>
    public ReleaseAcceptance? Accepted { get; }

    /// <summary>When it will be refused because a key has expired: the earliest of those without a time stamp; null where all are stamped, or it passed by an acceptance.</summary>
    public DateTimeOffset? GoodUntil => Accepted is not null ? null : Signatures.Where(s => s.StampedAt is null).Min(s => (DateTimeOffset?)s.ValidUntil);

    /// <summary>Reads the whole file, without network.</summary>
    /// <param name="progress">How many bytes have been read.</param>
    /// <exception cref="ReleaseRefusedException">Anything about it is not as it should be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Release Open(string path, ReleasePolicy policy, TimeProvider clock, IProgress<long>? progress = null)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return Open(file, policy, clock, progress);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="Open(string, ReleasePolicy, TimeProvider, IProgress{long})"/>
    /// <param name="file">Can be sought in; belongs to the release from now on.</param>
    public static Release Open(Stream file, ReleasePolicy policy, TimeProvider clock, IProgress<long>? progress = null)
    {
        var reader = new ReleaseReader(file);
        var bytes = reader.Take(ReleaseNames.Manifest);
        var moments = new Moments(clock.GetUtcNow(), policy.Accepted.FirstOrDefault(accepted => accepted.IsOf(bytes)));
        var signatures = ReadSignatures(reader, bytes, policy, moments);
        var manifest = ReleaseManifest.Parse(bytes);
        policy.Installed?.DemandFollowedBy(manifest, policy.AllowRollback);
        var starts = manifest.Members.ToDictionary(m => m.Name, m => reader.Check(m, progress));
        reader.End();
        return new(file, manifest, signatures, moments.Used, starts);
    }

    /// <summary>A small member's bytes.</summary>
    /// <exception cref="ReleaseRefusedException">There is no such member, or the file has been changed since.</exception>
    public byte[] Read(string member)
    {
        using var content = new MemoryStream();
        Use(member, stream => stream.CopyTo(content));
        return content.ToArray();
    }

    /// <summary>Unpacks an archive into a folder that is not there yet. It has its name only once every byte of it has been compared.</summary>
    /// <exception cref="ReleaseRefusedException">There is no such member, it has parts that no archive of a release has, or the file has been changed since.</exception>
    /// <exception cref="IOException">The folder is there already, or cannot be written.</exception>
    public void Extract(string member, string folder)
    {
        var beside = Directory.CreateDirectory($"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.{Guid.CreateVersion7():N}.tmp").FullName;
        try
        {
            Use(member, stream => ReleaseArchive.Unpack(stream, beside));
            Directory.Move(beside, folder);
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    /// <inheritdoc cref="Countersign(Stream, byte[])"/>
    public void Countersign(Stream output, X509Certificate2 key) => Countersign(output, DetachedSignature.Make(CountersignedBytes(Manifest.ToBytes()), key));

    /// <summary>Writes the release that was verified with one more countersignature, whatever lies under its name by now. Whether that one holds says who opens what was written.</summary>
    /// <param name="countersignature">On the line <c>egov countersignature 1</c> and the manifest below it.</param>
    /// <exception cref="ReleaseRefusedException">The file has been changed since.</exception>
    public void Countersign(Stream output, byte[] countersignature)
    {
        file.Position = 0;
        ReleaseWriter.Countersign(file, Manifest, output, countersignature);
    }

    public void Dispose() => file.Dispose();

    /// <summary>What a country signs: the manifest below a line of its own, so that no signature of a releaser can pass for one.</summary>
    internal static byte[] CountersignedBytes(byte[] manifest) => [.. System.Text.Encoding.ASCII.GetBytes(Countersigned), .. manifest];

    private void Use(string member, Action<Stream> use)
    {
        using var stream = new MemberStream(file, starts[Manifest.Member(member).Name], Manifest.Member(member));
        use(stream);
        stream.DemandUnchanged();
    }

    private static List<ReleaseSignature> ReadSignatures(ReleaseReader reader, byte[] manifest, ReleasePolicy policy, Moments moments)
    {
        var signature = reader.Take(ReleaseNames.Signature);
        var stampedAt = reader.TakeIfNext(ReleaseNames.TimeStamp) is { } stamp ? TimeStamp.Verify(stamp, signature, Demand(policy.Time, "time stamp", "--time-trust")) : (DateTimeOffset?)null;
        var (released, releaser) = Verify(ReleaseRole.Released, manifest, signature, policy.Trust, stampedAt is { } stamped ? new(stamped, null) : moments);
        var signatures = new List<ReleaseSignature> { released with { StampedAt = stampedAt } };
        while (reader.TakeIfNext(ReleaseNames.Countersignature(signatures.Count)) is { } countersignature)
        {
            var (countersigned, officer) = Verify(ReleaseRole.Countersigned, CountersignedBytes(manifest), countersignature, Demand(policy.Country, "countersignature", "--country"), moments);
            signatures.Add(officer.AsSpan().SequenceEqual(releaser)
                ? throw new ReleaseRefusedException($"{countersigned.Subject} has countersigned with the key that released it: two pairs of eyes need two keys.")
                : countersigned);
        }

        return policy is { Country: not null, IsToBeCountersigned: false } && signatures.Count == 1
            ? throw new ReleaseRefusedException("Nobody of this country has countersigned the release. Whoever may: egov release countersign")
            : signatures;
    }

    private static ReleaseTrust Demand(ReleaseTrust? trust, string what, string option) =>
        trust ?? throw new ReleaseRefusedException($"The release carries a {what}. To check it, give the root of who made it with {option}.");

    // Certificates may differ and be of one key.
    private static (ReleaseSignature Signature, byte[] Key) Verify(ReleaseRole role, byte[] content, byte[] signature, ReleaseTrust trust, Moments moments)
    {
        try
        {
            using var signer = DetachedSignature.Verify(content, signature);
            trust.Demand(signer, [], ReleaseTrust.ForCode, moments.For(signer, trust), Remedy(role));
            return (new(role, signer.Subject, signer.GetCertHashString(HashAlgorithmName.SHA256), signer.Issuer, signer.NotAfter.ToUniversalTime()), signer.PublicKey.ExportSubjectPublicKeyInfo());
        }
        // Fields of a damaged certificate are read only when asked for.
        catch (CryptographicException error)
        {
            throw new ReleaseRefusedException("The signer's certificate cannot be read.", error);
        }
    }
    private static string Remedy(ReleaseRole role) => role == ReleaseRole.Released
        ? " A time stamp from within that time would make the release good, or that it was accepted here within it. Ask whoever released it for the same release, signed with a key that is valid."
        : " That it was accepted here within that time would make the release good. Else have it countersigned anew, in the file as it was before this countersignature.";

    /// <summary>By when keys are judged.</summary>
    private sealed class Moments(DateTimeOffset now, ReleaseAcceptance? accepted)
    {
        /// <summary>The acceptance, where a key was judged by it.</summary>
        public ReleaseAcceptance? Used { get; private set; }

        public DateTimeOffset For(X509Certificate2 signer, ReleaseTrust trust)
        {
            if (accepted is null || !trust.HasExpired(signer, now))
            {
                return now;
            }

            Used = accepted;
            return accepted.At;
        }
    }
}
