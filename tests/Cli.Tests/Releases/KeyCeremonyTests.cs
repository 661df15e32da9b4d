using System.CommandLine;
using System.Diagnostics;
using Platform.Cli.Releases.Keys;
using Platform.Cli.Releases.Screening;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>What must not be signed although somebody with a key asks for it.</summary>
public sealed class KeyCeremonyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public KeyCeremonyTests()
    {
        File.WriteAllText(folder["root-passphrase"], "battery staple\n");
        File.WriteAllText(folder["passphrase"], "correct horse\n");
        Assert.Equal(0, Run("keys", "root", "--name", "Exporter, root", "--dir", folder["keys"], "--passphrase-file", folder["root-passphrase"]).Code);
        Assert.Equal(0, Issue("exporter.pem", "passphrase").Code);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("battery staple\n", "passphrase of its own")]
    [InlineData("\n", "is empty")]
    [InlineData("", "is empty")]
    public void A_key_that_signs_has_a_passphrase_of_its_own(string passphrase, string said)
    {
        File.WriteAllText(folder["own"], passphrase);

        var (code, text) = Issue("second.pem", "own");

        Assert.Equal(1, code);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["second.pem"]));
    }

    [Fact]
    public void Only_its_own_root_takes_a_key_back()
    {
        Assert.Equal(0, Run("keys", "root", "--name", "Somebody else, root", "--dir", folder["other"], "--passphrase-file", folder["root-passphrase"]).Code);
        var before = File.ReadAllText(folder["other/ca.pem"]);

        var (code, said) = Run("keys", "revoke", folder["exporter.pem"], "--dir", folder["other"], "--passphrase-file", folder["root-passphrase"]);

        Assert.Equal(1, code);
        Assert.Contains("only its own root", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder["other/ca.pem"]));
    }

    [Fact]
    public void Earlier_exceptions_are_signed_again_only_where_they_were_signed()
    {
        using var key = SigningKey.Load(folder["exporter.pem"], "correct horse");
        var trust = ReleaseTrust.Load(folder["keys/ca.pem"]);
        var file = folder["exceptions.txt"];
        ScreenExceptions.Add(file, "3f9a01c27b44", "A public law", key, trust);
        File.AppendAllText(file, "000000000000  Put in by somebody\n");

        Assert.Throws<ReleaseRefusedException>(() => ScreenExceptions.Add(file, "3f9a01c27b45", "Another", key, trust));
        File.Delete(file + ".p7s");
        Assert.ThrowsAny<IOException>(() => ScreenExceptions.Add(file, "3f9a01c27b45", "Another", key, trust));
        Assert.DoesNotContain("3f9a01c27b45", File.ReadAllText(file), StringComparison.Ordinal);
    }

    // Between the check and the passphrase somebody puts another release of the same exporter in its place.
    [Fact]
    public async Task What_was_verified_is_what_is_countersigned()
    {
        Assert.Equal(0, Issue("officer.pem", "passphrase").Code);
        Write("small.egov", "1.0.0");
        Write("other.egov", "0.9.0");
        using (var fifo = Process.Start("mkfifo", [folder["pipe"]]))
        {
            await fifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // A pipe opens when its other side does: once the passphrase is asked for.
        using var swapping = Process.Start(new ProcessStartInfo("sh", ["-c", "exec 3>pipe; mv other.egov small.egov; echo 'correct horse' >&3"]) { WorkingDirectory = folder.Path })!;
        var (code, said) = Run("countersign", folder["small.egov"], "--trust", folder["keys/ca.pem"], "--country", folder["keys/ca.pem"], "--key", folder["officer.pem"], "--passphrase-file", folder["pipe"], "-o", folder["signed.egov"]);
        await swapping.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(code == 0, said);
        var trust = ReleaseTrust.Load(folder["keys/ca.pem"]);
        using var release = Release.Open(folder["signed.egov"], new(trust) { Country = trust }, TimeProvider.System);
        Assert.Equal("1.0.0", release.Manifest.Version.ToString());
    }

    [Fact]
    public void A_screen_that_compares_with_no_other_pack_says_so_first()
    {
        Write("small.egov", "1.0.0");
        string[] screen = ["screen", folder["small.egov"], "--trust", folder["keys/ca.pem"]];

        Assert.Contains("--no-other-packs", Refused(screen), StringComparison.Ordinal);
        Assert.Contains("There is no folder", Refused([.. screen, "--packs", folder["nowhere"]]), StringComparison.Ordinal);
    }

    private static string Refused(string[] arguments)
    {
        var (code, said) = Run(arguments);
        Assert.Equal(1, code);
        return said;
    }

    private (int Code, string Said) Issue(string file, string passphrase) => Run(
        "keys", "issue", "--name", Path.GetFileNameWithoutExtension(file), "--dir", folder["keys"], "--out", folder[file], "--passphrase-file", folder["root-passphrase"], "--key-passphrase-file", folder[passphrase]);

    private void Write(string name, string version)
    {
        using var work = new TestFolder();
        work.TakePack("starter");
        using (var pack = File.Create(work[ReleaseNames.Pack]))
        {
            ReleaseArchive.Pack(pack, Directory.EnumerateFiles(work["starter"], "*", SearchOption.AllDirectories).Select(f => KeyValuePair.Create(Path.GetRelativePath(work.Path, f), f)), DateTimeOffset.UnixEpoch);
        }

        using var key = SigningKey.Load(folder["exporter.pem"], "correct horse");
        using var file = File.Create(folder[name]);
        var manifest = new ReleaseManifest(
            "starter", ReleaseVersion.Parse(version), "0.1.0", "linux-x64 self-contained", "10.0.401", DateTimeOffset.UnixEpoch, "none", ["en"], [ReleaseWriter.Describe(ReleaseNames.Pack, work[ReleaseNames.Pack])]);
        ReleaseWriter.Write(file, manifest, work.Path, key);
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        var said = new StringWriter();
        return (EgovCommand.Create().Parse(["release", .. arguments]).Invoke(new InvocationConfiguration { Output = said, Error = said }), said.ToString());
    }
}
