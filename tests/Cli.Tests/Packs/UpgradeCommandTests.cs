using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Cli.Packs.Upgrades;
using Platform.Core.Releases;
using Platform.Testing;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>A pack on <c>starter</c>, which is put on a changed one.</summary>
public sealed class UpgradeCommandTests : IDisposable
{
    private const string Card = "services/residence-certificate.yaml";
    private readonly TestFolder folder = new();

    public UpgradeCommandTests()
    {
        folder.TakePack("starter");
        Write("own/pack.yaml", "# ours\nname: own\nextends: starter\nversion: 1.0.0\n");
        Write($"own/{Card}", "# the council's words\ntitle: Certificate of where you live   # decided in May\n");
        CopyOf("starter", "starter@1.2");
        Change("starter@1.2/pack.yaml", "version: 1.0.0", "version: 1.2.0");
        Change($"starter@1.2/{Card}", "\ntitle: Certificate of residence\n", "\ntitle: Proof of residence\n");
        Change("starter@1.2/roles.yaml", "title: Cashier", "title: Teller");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_field_is_told_with_both_values_and_their_places_and_nothing_is_written()
    {
        var before = Everything();
        var (code, output, _) = Run("--to", "starter@1.2");

        Assert.Contains("From starter@1.0.0 to starter@1.2.0:", output, StringComparison.Ordinal);
        Assert.Matches(@"taken     roles\.yaml#cashier\.title\s+was     Cashier    starter@1\.0\.0/roles\.yaml:\d+\s+now     Teller    starter@1\.2\.0/roles\.yaml:\d+", output);
        Assert.Matches($@"conflict  {Card}#title\s+was     \S.*starter@1\.0\.0/{Card}:\d+\s+theirs  Proof of residence    starter@1\.2\.0/{Card}:\d+\s+yours   Certificate of where you live    own/{Card}:2", output);
        Assert.Contains("1 taken, 0 kept, 0 agreed, 1 in conflict", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", output, StringComparison.Ordinal);
        Assert.Equal((2, before), (code, Everything()), new Same());
    }

    [Fact]
    public void What_is_to_be_decided_stands_last_however_much_is_kept()
    {
        Write("own/services/vehicle-registration.yaml", "title: Register a car\n");

        var told = Run("--to", "starter@1.2").Output.Split('\n').Where(line => line is [>= 'a' and <= 'z', ..]).Select(line => line.Split(' ')[0]);

        Assert.Equal(["kept", "taken", "conflict"], told);
    }

    [Fact]
    public void Decided_in_a_file_it_is_written_checked_and_undone_to_the_byte()
    {
        var choices = folder["choices.yaml"];
        Assert.Equal(2, Run("--to", "starter@1.2", "--choices", choices, "--apply").Code);
        var before = Everything();
        var (undecided, names, _) = Run("--to", "starter@1.2", "--choices", choices, "--apply");
        Assert.Equal((2, before), (undecided, Everything()), new Same());
        Assert.Contains($"Nobody has decided {Card}#title.", names, StringComparison.Ordinal);

        File.WriteAllText(choices, File.ReadAllText(choices).Replace("take:", "take: value\n  value: Proof of where you live", StringComparison.Ordinal));
        before = Everything();
        var (code, output, error) = Run("--to", "starter@1.2", "--choices", choices, "--apply");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("0 problems", output, StringComparison.Ordinal);
        Assert.Equal("# the council's words\ntitle: Proof of where you live   # decided in May\n", File.ReadAllText(folder[$"own/{Card}"]));
        Assert.Contains("version: 1.2.0", File.ReadAllText(folder["starter/pack.yaml"]), StringComparison.Ordinal);
        Assert.Contains("title: Teller", File.ReadAllText(folder["starter/roles.yaml"]), StringComparison.Ordinal);
        Assert.Contains("There is nothing to write", Run("--to", "starter@1.2").Output, StringComparison.Ordinal);

        Assert.Equal(0, Undo().Code);
        Assert.Equal(before, Everything());
        Assert.Equal(1, Undo().Code);
    }

    [Fact]
    public void Where_somebody_sits_at_it_each_conflict_is_asked_and_then_the_writing()
    {
        using var console = new TestConsole().Interactive();
        console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("y");
        var (code, _, _) = Run(console, "--to", "starter@1.2");

        Assert.Contains($"1 of 1: {Card}#title", console.Output, StringComparison.Ordinal);
        Assert.Equal((0, "# the council's words\ntitle: Proof of residence   # decided in May\n"), (code, File.ReadAllText(folder[$"own/{Card}"])));
    }

    [Fact]
    public void Who_says_no_at_the_end_has_changed_nothing()
    {
        using var console = new TestConsole().Interactive();
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("n");
        var before = Everything();

        Assert.Equal(2, Run(console, "--to", "starter@1.2").Code);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_pack_that_would_be_broken_is_refused_with_all_mistakes_unless_it_is_wanted()
    {
        Write($"own/{Card}", "related: [scholarship]\n");
        File.Delete(folder["starter@1.2/services/scholarship.yaml"]);
        var before = Everything();
        var (code, output, _) = Run("--to", "starter@1.2", "--apply");

        Assert.Contains($"own/{Card}:1: There is no service 'scholarship'", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", output, StringComparison.Ordinal);
        Assert.Equal((1, before), (code, Everything()), new Same());
        Assert.Equal(1, Run("--to", "starter@1.2", "--apply", "--even-if-broken").Code);
        Assert.False(File.Exists(folder["starter/services/scholarship.yaml"]));
    }

    [Fact]
    public void The_new_base_may_come_in_a_release_which_is_verified_first()
    {
        Directory.CreateDirectory(folder["packs"]);
        Directory.Move(folder["starter@1.2"], folder["packs/starter"]);
        using var root = ReleaseKeys.CreateRoot("Exporting ministry, root", 20, DateTimeOffset.UnixEpoch.AddYears(55));
        File.WriteAllText(folder["ca.pem"], root.ExportCertificatePem());
        File.WriteAllText(folder["choices.yaml"], $"- {{field: \"{Card}#title\", take: ours}}\n");
        File.WriteAllBytes(folder["new.egov"], Release(root));
        string[] args = ["--to", "starter@1.2", "--from", folder["new.egov"], "--choices", folder["choices.yaml"], "--apply"];

        Assert.Contains("say with --trust", Run(args).Error, StringComparison.Ordinal);
        Assert.Equal(0, Run([.. args, "--trust", folder["ca.pem"]]).Code);
        Assert.Contains("title: Teller", File.ReadAllText(folder["starter/roles.yaml"]), StringComparison.Ordinal);
        var flipped = File.ReadAllBytes(folder["new.egov"]);
        flipped[^2000] ^= 1;
        File.WriteAllBytes(folder["new.egov"], flipped);
        Assert.Equal((1, "pack.tar.gz is not what was signed.\n"), (Run([.. args, "--trust", folder["ca.pem"]]).Code, Run([.. args, "--trust", folder["ca.pem"]]).Error));
    }

    [Fact]
    public void A_pack_that_copied_its_files_is_compared_with_what_it_was_copied_from()
    {
        CopyOf("starter", "copy");
        Change("copy/pack.yaml", "name: starter", "name: copy");
        Change("copy/roles.yaml", "- id: cashier", "# ours since 2025\n- id: cashier");
        var (code, output, error) = RunOn("copy", null, "--to", "starter@1.2", "--was", folder["starter"], "--apply");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 taken, 0 kept, 0 agreed, 0 in conflict", output, StringComparison.Ordinal);
        Assert.Contains("# ours since 2025\n- id: cashier\n  title: Teller\n", File.ReadAllText(folder["copy/roles.yaml"]), StringComparison.Ordinal);
        Assert.Contains("name: copy\nversion: 1.0.0\n", File.ReadAllText(folder["copy/pack.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_changed_after_the_upgrade_is_not_lost_by_undoing_it()
    {
        File.WriteAllText(folder["choices.yaml"], $"- {{field: \"{Card}#title\", take: theirs}}\n");
        Run("--to", "starter@1.2", "--choices", folder["choices.yaml"], "--apply");
        Write($"own/{Card}", "title: Mine, later\n");
        var (code, _, error) = Undo();

        Assert.Equal(1, code);
        Assert.Contains($"own/{Card} was changed since the upgrade.", error, StringComparison.Ordinal);
        Assert.Equal("title: Mine, later\n", File.ReadAllText(folder[$"own/{Card}"]));
    }

    [Fact]
    public void One_that_was_interrupted_goes_back_before_another_is_begun()
    {
        var before = Everything();
        File.WriteAllText(folder["choices.yaml"], $"- {{field: \"{Card}#title\", take: theirs}}\n");
        string[] args = ["--to", "starter@1.2", "--choices", folder["choices.yaml"], "--apply"];
        // What ends it in the midst: a folder, of which the pack knows nothing, stands where the new base has a file.
        Write("starter/content/zone.md/.hidden", "");
        Write("starter@1.2/content/zone.md", "# Zone\n\nWhere.\n");
        var (code, _, error) = Run(args);

        Assert.Equal(1, code);
        Assert.Contains("egov pack upgrade undo", error, StringComparison.Ordinal);
        Assert.Contains("was interrupted", Run(args).Error, StringComparison.Ordinal);
        Assert.Equal(0, Undo().Code);
        Directory.Delete(folder["starter/content/zone.md"], recursive: true);
        File.Delete(folder["starter@1.2/content/zone.md"]);
        File.Delete(folder["choices.yaml"]);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task Killed_while_it_writes_it_goes_back_to_the_byte()
    {
        File.Delete(folder[$"own/{Card}"]);
        foreach (var n in Enumerable.Range(100, 300))
        {
            Write($"starter@1.2/content/page-{n}.md", $"# Page {n}\n\nSo.\n");
        }

        var before = Visible();
        var cancelled = TestContext.Current.CancellationToken;
        using var egov = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0/egov.dll"), "pack", "upgrade", folder["own"], "--to", "starter@1.2", "--apply"]) { RedirectStandardOutput = true })!;
        while (!File.Exists(folder["starter/content/page-110.md"]) && !egov.HasExited)
        {
            await Task.Delay(5, cancelled);
        }

        egov.Kill();
        await egov.WaitForExitAsync(cancelled);

        Assert.False(File.Exists(folder["starter/content/page-399.md"]));
        Assert.Contains("was interrupted", Run("--to", "starter@1.2", "--apply").Error, StringComparison.Ordinal);
        Assert.Equal(0, Undo().Code);
        Assert.Equal(before, Visible());
    }

    [Fact]
    public void Without_a_conflict_no_file_of_decisions_stands_in_the_way()
    {
        File.Delete(folder[$"own/{Card}"]);

        Assert.Equal(0, Run("--to", "starter@1.2", "--choices", folder["choices.yaml"], "--apply").Code);
        Assert.Contains("title: Teller", File.ReadAllText(folder["starter/roles.yaml"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'starter' names no version: write the base and its version, as starter@1.2.", "--to", "starter")]
    [InlineData("own extends starter, not other: write --to starter@ and a version.", "--to", "other@1.2")]
    [InlineData("There is no folder ", "--to", "starter@1.3")]
    [InlineData("What stands there is starter@1.0.0, not starter@1.3: correct --to or --from.", "--to", "starter@1.3", "--from", "starter")]
    public void What_is_not_there_is_said_with_what_to_write(string sentence, params string[] args)
    {
        var (code, _, error) = Run([.. args.Select((a, i) => i > 0 && args[i - 1] == "--from" ? folder[a] : a)]);

        Assert.Equal(1, code);
        Assert.Contains(sentence, error.Replace(folder.Path + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(params string[] args) => RunOn("own", null, args);

    private (int Code, string Output, string Error) Run(IAnsiConsole console, params string[] args) => RunOn("own", console, args);

    private (int Code, string Output, string Error) Undo() => Invoke(null, "upgrade", "undo", folder["own"]);

    private (int Code, string Output, string Error) RunOn(string pack, IAnsiConsole? console, params string[] args) => Invoke(console, ["upgrade", folder[pack], .. args]);

    private static (int Code, string Output, string Error) Invoke(IAnsiConsole? console, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = new RootCommand { UpgradeCommand.Create(console) }.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private byte[] Release(X509Certificate2 root)
    {
        Directory.CreateDirectory(folder["release"]);
        var (archive, made) = (folder["release/" + ReleaseNames.Pack], DateTimeOffset.UnixEpoch.AddYears(55));
        using (var packed = File.Create(archive))
        {
            ReleaseArchive.Pack(packed, Directory.EnumerateFiles(folder["packs"], "*", SearchOption.AllDirectories).Select(f => KeyValuePair.Create(Path.GetRelativePath(folder["packs"], f), f)), made);
        }

        using var release = new MemoryStream();
        using var key = ReleaseKeys.Issue(root, "Exporting ministry, releases", 19, made);
        ReleaseWriter.Write(release, new("starter", ReleaseVersion.Parse("1.2.0"), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", made, "none", ["en"], [ReleaseWriter.Describe(ReleaseNames.Pack, archive)]), folder["release"], key);
        return release.ToArray();
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllText(folder[path], text);
    }

    private void Change(string path, string from, string to)
    {
        var text = File.ReadAllText(folder[path]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(folder[path], text.Replace(from, to, StringComparison.Ordinal));
    }

    private void CopyOf(string pack, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder[pack], "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder[name], Path.GetRelativePath(folder[pack], file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private List<string> Everything() => [.. Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(p => Directory.Exists(p) ? p : $"{p} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(p)))}")];

    // What packs have: half a file that a killed program leaves is hidden.
    private List<string> Visible() => [.. Everything().Where(p => !Path.GetFileName(p.Split(' ')[0]).StartsWith('.'))];

    private sealed class Same : IEqualityComparer<(int Code, List<string> Files)>
    {
        public bool Equals((int Code, List<string> Files) x, (int Code, List<string> Files) y) => x.Code == y.Code && x.Files.SequenceEqual(y.Files);

        public int GetHashCode((int Code, List<string> Files) x) => x.Code;
    }
}
