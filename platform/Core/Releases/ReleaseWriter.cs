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
        var bytes = manifest.ToBytes();
        _ = ReleaseManifest.Parse(bytes);
        var signature = DetachedSignature.Make(bytes, key);
        Part(output, ReleaseNames.Manifest, bytes);
        Part(output, ReleaseNames.Signature, signature);
        if (stamp is not null)
        {
            Part(output, ReleaseNames.TimeStamp, stamp(signature));
        }

        foreach (var member in manifest.Members)
        {
            using var content = File.OpenRead(Path.Combine(files, member.Name));
            Part(output, member.Name, content);
        }

        End(output);
    }

    /// <param name="verified">The manifest of the release, once all of it was verified.</param>
    /// <exception cref="ReleaseRefusedException">The stream is no release, or not the verified one.</exception>
    internal static void Countersign(Stream release, ReleaseManifest verified, Stream output, X509Certificate2 key)
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

        Part(output, ReleaseNames.Countersignature(number), DetachedSignature.Make(Release.CountersignedBytes(manifest), key));
        foreach (var member in verified.Members)
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
