using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>Puts a release together. The same members and key of RSA give the same bytes.</summary>
public static class ReleaseWriter
{
    /// <summary>A manifest's line for a file.</summary>
    public static ReleaseMember Describe(string name, string file)
    {
        using var content = File.OpenRead(file);
        return ReleaseMember.Parse(new ReleaseMember(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, name).ToString());
    }

    /// <param name="files">The folder with the files that the manifest names.</param>
    /// <param name="stamp">Gets a time stamp on the signature; null: none is asked for.</param>
    /// <exception cref="ReleaseRefusedException">The manifest says something that could not be read again.</exception>
    public static void Write(Stream output, ReleaseManifest manifest, string files, X509Certificate2 key, Func<byte[], byte[]>? stamp = null)
    {
        var bytes = BytesOf(manifest);
        Begin(output, bytes, DetachedSignature.Make(bytes, key), stamp);
        WriteMembers(output, manifest, files);
    }

    /// <summary>Writes what no verifier accepts yet: a release without its signature, because the key is in a device elsewhere. Any tar gets the <c>MANIFEST</c> out that is to be signed.</summary>
    /// <param name="files">The folder with the files that the manifest names.</param>
    /// <exception cref="ReleaseRefusedException">The manifest says something that could not be read again.</exception>
    public static void WriteUnsigned(Stream output, ReleaseManifest manifest, string files)
    {
        Part(output, ReleaseNames.Manifest, BytesOf(manifest));
        WriteMembers(output, manifest, files);
    }

    /// <summary>Puts the signature into a release that was written without. Whether it holds says who opens what was written.</summary>
    /// <param name="signature">On the manifest, as <see cref="DetachedSignature"/> describes it.</param>
    /// <param name="stamp">Gets a time stamp on the signature; null: none is asked for.</param>
    /// <exception cref="ReleaseRefusedException">The stream is no release without a signature, or its members are not those of its manifest.</exception>
    public static void Sign(Stream release, Stream output, byte[] signature, Func<byte[], byte[]>? stamp = null)
    {
        var reader = new ReleaseReader(release);
        var manifest = reader.Take(ReleaseNames.Manifest);
        if (reader.TakeIfNext(ReleaseNames.Signature) is not null)
        {
            throw new ReleaseRefusedException("The release is signed already.");
        }

        Begin(output, manifest, signature, stamp);
        CopyMembers(reader, release, ReleaseManifest.Parse(manifest), output);
        reader.End();
    }

    /// <param name="verified">The manifest of the release, once all of it was verified.</param>
    /// <exception cref="ReleaseRefusedException">The stream is no release, or not the verified one.</exception>
    internal static void Countersign(Stream release, ReleaseManifest verified, Stream output, byte[] countersignature)
    {
        var reader = new ReleaseReader(release);
        var manifest = reader.Take(ReleaseNames.Manifest);
        if (!manifest.AsSpan().SequenceEqual(verified.ToBytes()))
        {
            throw new ReleaseRefusedException("The file was changed while the release was in use.");
        }

        Part(output, ReleaseNames.Manifest, manifest);
        Part(output, ReleaseNames.Signature, reader.Take(ReleaseNames.Signature));
        if (reader.TakeIfNext(ReleaseNames.TimeStamp) is { } stamp)
        {
            Part(output, ReleaseNames.TimeStamp, stamp);
        }

        var number = 1;
        for (; reader.TakeIfNext(ReleaseNames.Countersignature(number)) is { } earlier; number++)
        {
            Part(output, ReleaseNames.Countersignature(number), earlier);
        }

        Part(output, ReleaseNames.Countersignature(number), countersignature);
        CopyMembers(reader, release, verified, output);
    }

    private static byte[] BytesOf(ReleaseManifest manifest)
    {
        var bytes = manifest.ToBytes();
        _ = ReleaseManifest.Parse(bytes);
        return bytes;
    }

    private static void Begin(Stream output, byte[] manifest, byte[] signature, Func<byte[], byte[]>? stamp)
    {
        Part(output, ReleaseNames.Manifest, manifest);
        Part(output, ReleaseNames.Signature, signature);
        if (stamp is not null)
        {
            Part(output, ReleaseNames.TimeStamp, stamp(signature));
        }
    }

    private static void WriteMembers(Stream output, ReleaseManifest manifest, string files)
    {
        foreach (var member in manifest.Members)
        {
            using var content = File.OpenRead(Path.Combine(files, member.Name));
            Part(output, member.Name, content);
        }

        End(output);
    }

    private static void CopyMembers(ReleaseReader reader, Stream release, ReleaseManifest manifest, Stream output)
    {
        foreach (var member in manifest.Members)
        {
            using var content = new MemberStream(release, reader.Check(member, null), member);
            Part(output, member.Name, content);
            content.DemandUnchanged();
            release.Position = reader.Position;
        }

        End(output);
    }

    private static void Part(Stream output, string name, byte[] content) => Part(output, name, new MemoryStream(content));

    private static void Part(Stream output, string name, Stream content)
    {
        output.Write(MemberHeader.Of(name, content.Length));
        content.CopyTo(output);
        output.Write(new byte[MemberHeader.Padding(content.Length)]);
    }

    private static void End(Stream output) => output.Write(new byte[2 * MemberHeader.Length]);
}
