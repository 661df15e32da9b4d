using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Platform.Cli.Releases;
using Platform.Cli.Releases.Inputs;
using Platform.Cli.Releases.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>Sources and packages that somebody made to get at more than they are given.</summary>
public sealed class HostileInputTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_symbolic_link_in_the_sources_is_refused_whether_they_are_a_repository_or_an_archive()
    {
        var repository = new SmallRepository(Directory.CreateDirectory(folder["repository"]).FullName);
        File.WriteAllText(folder["instance.key"], "secret");
        Directory.CreateDirectory(folder["repository/templates/packs/starter/media"]);
        File.CreateSymbolicLink(folder["repository/templates/packs/starter/media/k.txt"], folder["instance.key"]);
        repository.Commit();

        Assert.Contains("media/k.txt", Assert.Throws<ReleaseBuildException>(() => SourceFiles.Read(folder["repository"], allowChanges: true)).Message, StringComparison.Ordinal);
        Directory.Delete(folder["repository/.git"], recursive: true);
        File.WriteAllText(folder["repository/SOURCE"], "commit: none\nsource-date: 2026-01-01 00:00:00Z\nfiles: none\n");
        Assert.Contains("media/k.txt", Assert.Throws<ReleaseBuildException>(() => SourceFiles.Read(folder["repository"], allowChanges: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_back_from_an_upgrade_stays_at_home()
    {
        var repository = new SmallRepository(Directory.CreateDirectory(folder["repository"]).FullName);
        repository.Write("templates/packs/starter/.upgrade/files.txt", "- - starter/pack.yaml\n");
        repository.Commit();

        Assert.DoesNotContain(SourceFiles.Read(folder["repository"], allowChanges: true).Paths, path => path.Contains(".upgrade", StringComparison.Ordinal));
    }

    // The place of another package begins with the same letters.
    [Theory]
    [InlineData("package/../a-other/index.js", "node_modules/a")]
    [InlineData("package/index.js", "node_modules/../../a")]
    public void A_package_is_unpacked_into_its_own_folder(string entry, string place)
    {
        Directory.CreateDirectory(folder["inputs/npm"]);
        Directory.CreateDirectory(folder["web/node_modules"]);
        using (var packed = new GZipStream(File.Create(folder["inputs/npm/a-1.0.0.tgz"]), CompressionLevel.Fastest))
        using (var tar = new TarWriter(packed, TarEntryFormat.Ustar))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream([1]) });
        }

        var digest = Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(folder["inputs/npm/a-1.0.0.tgz"])));
        File.WriteAllText(folder["web/package-lock.json"], $$"""{"packages": {"": {"devDependencies": {"a": "1.0.0"} }, "{{place}}": {"version": "1.0.0", "integrity": "sha512-{{digest}}"} } }""");
        if (place != "node_modules/a")
        {
            File.Move(folder["inputs/npm/a-1.0.0.tgz"], folder["inputs/npm/..-..-a-1.0.0.tgz"]);
        }

        Assert.Throws<ReleaseBuildException>(() => NpmInputs.Install(folder["inputs"], folder["web"]));
        Assert.Empty(Directory.EnumerateFiles(folder["web/node_modules"], "index.js", SearchOption.AllDirectories));
    }
}
