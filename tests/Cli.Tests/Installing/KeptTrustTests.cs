using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Platform.Cli.Installing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Installing;

/// <summary>Whom an instance believes while a release comes, and after it has failed.</summary>
public sealed class KeptTrustTests : IDisposable
{
    private static readonly Trust Old = new("old roots", "own roots", null);
    private static readonly Trust New = new("new roots", "own roots", "stamps");

    private readonly TestFolder folder = new();

    private KeptTrust Kept => new(folder["trust"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_release_brings_about_counts_once_it_serves()
    {
        Kept.Put(Old);
        Assert.Null(Kept.Current);
        Kept.Confirm();
        Assert.Equal(Old, Kept.Current);

        Kept.Put(New);
        Assert.Equal(Old, Kept.Current);
        Assert.Equal("new roots", File.ReadAllText(Kept[KeptTrust.RootsFile]));
        Kept.Confirm();

        Assert.Equal(New, Kept.Current);
    }

    [Fact]
    public void After_one_that_failed_all_is_as_it_was_however_often_it_was_tried()
    {
        Kept.Put(Old);
        Kept.Confirm();

        Kept.Put(New);
        Kept.Put(New);
        Kept.Restore();

        Assert.Equal(Old, Kept.Current);
        Assert.False(File.Exists(Kept[KeptTrust.TimeFile]));
        Assert.Equal(["trust"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Where_nothing_was_kept_nothing_is()
    {
        Kept.Put(New);
        Kept.Restore();

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    // Deleting a folder is no single step: what is left of one must not be taken for what counts.
    [Fact]
    public void What_an_interrupted_run_has_left_of_earlier_trust_counts_for_nothing()
    {
        Kept.Put(New);
        Kept.Restore();
        Directory.CreateDirectory(folder["trust.before.part"]);
        File.WriteAllText(Path.Combine(folder["trust.before.part"], KeptTrust.RootsFile), Old.Roots);

        Kept.Put(New);
        Assert.Null(Kept.Current);
        Kept.Confirm();

        Assert.Equal(New, Kept.Current);
        Assert.Equal(["trust"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void To_do_without_a_countersignature_is_said_each_time()
    {
        var options = new TrustOfInstance();
        var command = options.AddTo(new RootCommand());
        using X509Certificate2 root = ReleaseKeys.CreateRoot("A ministry, root", 20, DateTimeOffset.UnixEpoch), own = ReleaseKeys.CreateRoot("This country, root", 20, DateTimeOffset.UnixEpoch);
        File.WriteAllText(folder["ca.pem"], root.ExportCertificatePem());
        File.WriteAllText(folder["own.pem"], own.ExportCertificatePem());
        var trial = command.Parse(["--trust", folder["ca.pem"], "--without-countersignature"]);

        var kept = options.Of(trial, kept: null);
        Assert.True(options.IsWithout(trial));
        Assert.Contains("--country own-ca.pem", Assert.Throws<InstallException>(() => options.Of(command.Parse([]), kept)).Message, StringComparison.Ordinal);

        var countersigned = options.Of(command.Parse(["--country", folder["own.pem"]]), kept);
        Assert.Equal(new(root.ExportCertificatePem(), own.ExportCertificatePem(), null), countersigned);
        Assert.Equal(countersigned, options.Of(command.Parse(["--without-countersignature"]), countersigned));
        Assert.Equal(countersigned, options.Of(command.Parse([]), countersigned));
    }
}
