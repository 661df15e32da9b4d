using System.CommandLine;
using Platform.Cli.Releases.Keys;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>A ministry that makes releases: its folder, its keys, and what it types.</summary>
internal sealed class Ministry : IDisposable
{
    private static readonly string[] Signing = ["build", "countersign", "except"];

    private readonly TestFolder folder = new();

    public Ministry()
    {
        File.WriteAllText(folder["passphrase"], "correct horse\n");
        File.WriteAllText(folder["root-passphrase"], "battery staple\n");
        Run("keys", "root", "--name", "Exporter, root", "--dir", folder["keys"]);
        Run("keys", "issue", "--name", "Exporter", "--dir", folder["keys"]);
    }

    public string this[string relative] => folder[relative];

    public string Key => folder["keys/release.pem"];

    public string Trust => folder["keys/ca.pem"];

    public string Run(params string[] arguments) => Run(0, arguments);

    /// <param name="code">How the command is to end.</param>
    /// <returns>What it said.</returns>
    public string Run(int code, params string[] arguments)
    {
        var said = new StringWriter();
        string[] asked = arguments switch
        {
            ["keys", "issue", ..] => ["--passphrase-file", folder["root-passphrase"], "--key-passphrase-file", folder["passphrase"]],
            ["keys", ..] => ["--passphrase-file", folder["root-passphrase"]],
            [var command, ..] when Signing.Contains(command) => ["--passphrase-file", folder["passphrase"]],
            _ => [],
        };
        var result = EgovCommand.Create().Parse(["release", .. arguments, .. asked]).Invoke(new InvocationConfiguration { Output = said, Error = said });
        Assert.True(result == code, said.ToString());
        return said.ToString();
    }

    /// <summary>Makes the same small repository in a folder, and a release of it.</summary>
    public string Build(string name, string release, params string[] options)
    {
        _ = new SmallRepository(Directory.CreateDirectory(folder[name]).FullName);
        return Run(["build", folder[$"{name}/templates/packs/starter"], "--root", folder[name], "--key", Key, "-o", folder[release], "--framework-dependent", .. options]);
    }

    public string Verify(string release) => Run("verify", folder[release], "--trust", Trust);

    public Release Open(string release) => Release.Open(folder[release], new(ReleaseTrust.Load(Trust)), TimeProvider.System);

    /// <summary>A release of one small file, signed with the ministry's key.</summary>
    public void Write(string release, Func<byte[], byte[]>? stamp = null)
    {
        var manifest = WriteMember();
        using var key = SigningKey.Load(Key, "correct horse");
        using var file = File.Create(folder[release]);
        ReleaseWriter.Write(file, manifest, folder["members"], key, stamp);
    }

    /// <summary>The same, for a key that is elsewhere.</summary>
    public void WriteUnsigned(string release)
    {
        var manifest = WriteMember();
        using var file = File.Create(folder[release]);
        ReleaseWriter.WriteUnsigned(file, manifest, folder["members"]);
    }

    /// <summary>Changes members of a release and signs it all the same: whoever has the key can.</summary>
    /// <param name="change">Gets the folder with the members.</param>
    public void SignChanged(string release, string changed, Action<string> change)
    {
        using var work = new TestFolder();
        using var honest = Open(release);
        foreach (var member in honest.Manifest.Members)
        {
            File.WriteAllBytes(work[member.Name], honest.Read(member.Name));
        }

        change(work.Path);
        using var key = SigningKey.Load(Key, "correct horse");
        using var file = File.Create(folder[changed]);
        ReleaseWriter.Write(file, honest.Manifest with { Members = [.. honest.Manifest.Members.Select(m => ReleaseWriter.Describe(m.Name, work[m.Name]))] }, work.Path, key);
    }

    /// <summary>Changes what is in an archive.</summary>
    public static void Repack(string archive, Action<TestFolder> change)
    {
        using var folder = new TestFolder();
        using (var packed = File.OpenRead(archive))
        {
            ReleaseArchive.Unpack(packed, folder.Path);
        }

        change(folder);
        using var again = File.Create(archive);
        ReleaseArchive.Pack(again, Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => KeyValuePair.Create(Path.GetRelativePath(folder.Path, file), file)), DateTimeOffset.UnixEpoch);
    }

    public void Dispose() => folder.Dispose();

    private ReleaseManifest WriteMember()
    {
        Directory.CreateDirectory(folder["members"]);
        File.WriteAllText(folder["members/upgrade.md"], "Nothing changes.\n");
        return new(
            "starter", ReleaseVersion.Parse("1.0.0"), "0.1.0", "linux-x64 self-contained", "10.0.401", DateTimeOffset.UnixEpoch, "none", ["en"], [ReleaseWriter.Describe("upgrade.md", folder["members/upgrade.md"])]);
    }
}
