using Platform.Cli.Releases;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>What <c>egov release rebuild</c> says of a release whose maker lies and signs it. That an honest one comes out the same: <see cref="ReleaseBuildTests"/>.</summary>
[Collection(nameof(SmallReleases))]
public sealed class RebuildTests(SmallReleases releases)
{
    private readonly Ministry ministry = releases.Ministry;

    // The list is of an honest build; what would be installed is another program.
    [Fact]
    public void Honest_sums_beside_another_program_prove_nothing()
    {
        ministry.SignChanged("first.egov", "lying.egov", members => Ministry.Repack(Path.Combine(members, ReleaseNames.Binaries), programs => File.AppendAllText(programs["egov.dll"], "and more")));

        Assert.Contains("Good: every byte", ministry.Verify("lying.egov"), StringComparison.Ordinal);
        var said = ministry.Run(1, "rebuild", ministry["lying.egov"], "--trust", ministry.Trust, "--offline");
        Assert.Contains("sha256sums lies about 1 files", said, StringComparison.Ordinal);
        Assert.EndsWith("binaries/egov.dll\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_refused()
    {
        ministry.SignChanged("first.egov", "unreadable.egov", members => File.AppendAllText(Path.Combine(members, ReleaseNames.Sums), "binaries/egov.dll\n"));

        Assert.Contains("names no file and its sum: binaries/egov.dll", ministry.Run(1, "rebuild", ministry["unreadable.egov"], "--trust", ministry.Trust), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_compiled_is_compared_with_the_archive_that_is_installed()
    {
        Assert.Equal([], Compare(_ => { }));
        Assert.Equal(["egov.dll"], Compare(programs => File.AppendAllText(programs["egov.dll"], "and more")));
        Assert.Equal(["egov"], Compare(programs => LetNobodyRun(programs["egov"])));
        Assert.Equal(["more.dll"], Compare(programs => File.WriteAllText(programs["more.dll"], "and more")));
        Assert.Equal(["egov.deps.json"], Compare(programs => File.Delete(programs["egov.deps.json"])));
    }

    private IReadOnlyList<string> Compare(Action<TestFolder> change)
    {
        using var release = ministry.Open("first.egov");
        using var folder = new TestFolder();
        var archive = folder["archive"];
        File.WriteAllBytes(archive, release.Read(ReleaseNames.Binaries));
        Ministry.Repack(archive, change);
        release.Extract(ReleaseNames.Binaries, folder["compiled"]);
        using var packed = File.OpenRead(archive);
        return Rebuilding.Compare(packed, folder["compiled"], folder["again"]).Different;
    }

    private static void LetNobodyRun(string program)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
