using System.Text.RegularExpressions;
using Platform.Cli.Releases.Screening;
using Platform.Core.Releases;

namespace Platform.Cli.Tests.Releases;

/// <summary><c>egov release screen</c> on a whole release, and <c>egov release except</c>.</summary>
[Collection(nameof(SmallReleases))]
public sealed partial class ScreenCommandTests(SmallReleases releases)
{
    private const string Leaking = "leaking.egov";
    private const string Reason = "The key of an example that everybody may read.";

    private readonly Ministry ministry = releases.Ministry;

    [Fact]
    public void A_clean_release_passes() => Assert.Contains("; 0 findings, 0 excepted.", ministry.Run("screen", ministry["first.egov"], "--trust", ministry.Trust, "--no-other-packs"), StringComparison.Ordinal);

    [Fact]
    public void What_must_not_leave_is_told_and_passes_only_with_a_signed_reason()
    {
        WriteLeaking();
        var id = Finding().Match(Screen(1)).Groups["id"].Value;
        var exceptions = ministry["signed.txt"];

        ministry.Run("except", id, "--reason", Reason, "--exceptions", exceptions, "--trust", ministry.Trust, "--key", ministry.Key);

        var said = Screen(0, "--exceptions", exceptions);
        Assert.Contains($"; excepted: {Reason}", said, StringComparison.Ordinal);
        Assert.Contains("; 1 findings, 1 excepted.", said, StringComparison.Ordinal);
    }

    // Licences of packages are copied out of these; one of a module somebody has written.
    [Theory]
    [InlineData("generic/Acme.Permits-1.0.0/LICENSE.txt", 1)]
    [InlineData("nuget/Acme.Permits-1.0.0/LICENSE.txt", 0)]
    public void A_licence_that_came_with_a_module_is_read(string file, int found)
    {
        ministry.SignChanged("first.egov", "licensed.egov", members => Ministry.Repack(Path.Combine(members, ReleaseNames.Licences), licences =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(licences[file])!);
            File.WriteAllText(licences[file], $"Fetch it with {LeakWords.All[LeakKind.Secret][8]}\n");
        }));

        Assert.Contains($"; {found} findings", ministry.Run(found, "screen", ministry["licensed.egov"], "--trust", ministry.Trust, "--no-other-packs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_for_something_else_lets_nothing_pass()
    {
        WriteLeaking();
        var exceptions = ministry["other.txt"];

        ministry.Run("except", "000000000000", "--reason", Reason, "--exceptions", exceptions, "--trust", ministry.Trust, "--key", ministry.Key);

        Assert.Contains("; 1 findings, 0 excepted.", Screen(1, "--exceptions", exceptions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_was_changed_or_that_a_stranger_signed_is_refused()
    {
        WriteLeaking();
        var (changed, strange) = (ministry["changed.txt"], ministry["strange.txt"]);
        ministry.Run("except", "000000000000", "--reason", Reason, "--exceptions", changed, "--trust", ministry.Trust, "--key", ministry.Key);
        File.AppendAllText(changed, $"{Finding().Match(Screen(1)).Groups["id"].Value}  {Reason}\n");
        Assert.Contains("does not hold", Screen(1, "--exceptions", changed), StringComparison.Ordinal);

        ministry.Run("keys", "root", "--name", "Stranger, root", "--dir", ministry["stranger"]);
        ministry.Run("keys", "issue", "--name", "Stranger", "--dir", ministry["stranger"]);
        ministry.Run("except", "000000000000", "--reason", Reason, "--exceptions", strange, "--trust", ministry.Trust, "--key", ministry["stranger/release.pem"]);
        Assert.DoesNotContain("findings", Screen(1, "--exceptions", strange), StringComparison.Ordinal);
    }

    private string Screen(int code, params string[] options) => ministry.Run(code, ["screen", ministry[Leaking], "--trust", ministry.Trust, "--no-other-packs", .. options]);

    // Somebody has written a token into the notes.
    private void WriteLeaking() => ministry.SignChanged("first.egov", Leaking, members => File.AppendAllText(Path.Combine(members, ReleaseNames.UpgradeNotes), $"Fetch it with {LeakWords.All[LeakKind.Secret][8]}\n"));

    [GeneratedRegex(@"^(?<id>[0-9a-f]{12})  upgrade\.md:[0-9]+: a secret: github", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
