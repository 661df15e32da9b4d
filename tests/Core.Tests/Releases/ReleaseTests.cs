using System.Text;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Core.Tests.Releases;

public sealed class ReleaseTests
{
    private static readonly byte[] Good = SmallRelease.Make();
    private static readonly ReleasePolicy Countersigned = SmallRelease.Policy with { Country = TestKeys.Trust(TestKeys.Country) };

    [Fact]
    public void A_release_says_what_it_is_and_who_signed_it()
    {
        using var release = SmallRelease.Open(Good);

        Assert.Equal("e-test", release.Manifest.Name);
        Assert.Equal(["en", "qps-ploc"], release.Manifest.Languages);
        var signature = Assert.Single(release.Signatures);
        Assert.Equal(("CN=\"Exporting ministry, releases 2026\"", ReleaseRole.Released), (signature.Subject, signature.Role));
        Assert.Equal("{}", Encoding.UTF8.GetString(release.Read(ReleaseNames.Sbom)));
    }

    [Fact]
    public void The_same_members_and_key_give_the_same_bytes() => Assert.Equal(Good, SmallRelease.Make());

    [Fact]
    public void An_archive_of_it_unpacks_into_a_new_folder()
    {
        using var folder = new TestFolder();
        using var release = SmallRelease.Open(Good);

        release.Extract(ReleaseNames.Pack, folder["pack"]);

        Assert.Equal("hello", File.ReadAllText(folder["pack/e-test/hello.txt"]));
        Assert.Equal([folder["pack"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_is_written_into_the_file_after_it_was_verified_comes_out_nowhere()
    {
        using var folder = new TestFolder();
        var file = new MemoryStream((byte[])Good.Clone());
        using var release = Release.Open(file, SmallRelease.Policy, SmallRelease.Clock);
        // Behind the packed bytes stands their check sum, which a reader of gzip may leave unread.
        var pack = TamperTests.Parts(Good).Single(p => p.Name == ReleaseNames.Pack);
        file.Position = pack.Start + pack.Size - 1;
        file.WriteByte((byte)(Good[file.Position] ^ 1));

        Assert.Throws<ReleaseRefusedException>(() => release.Read(ReleaseNames.Pack));
        Assert.ThrowsAny<Exception>(() => release.Extract(ReleaseNames.Pack, folder["pack"]));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("1.0.0", "1.0.1", true)]
    [InlineData("1.0.0-rc.1", "1.0.0", true)]
    [InlineData("1.0.0", "1.0.0", false)]
    [InlineData("1.10.0", "1.9.0", false)]
    public void An_older_version_than_the_installed_is_refused_unless_allowed(string version, string installed, bool refused)
    {
        var release = SmallRelease.Make(version);
        var policy = SmallRelease.Policy with { Installed = InstalledRelease.Parse($"e-test@{installed}") };

        if (refused)
        {
            Assert.Contains("--allow-rollback", SmallRelease.Refused(release, policy).Message, StringComparison.Ordinal);
        }

        SmallRelease.Open(release, policy with { AllowRollback = refused }).Dispose();
    }

    [Fact]
    public void A_release_of_another_name_is_refused_even_where_going_back_is_allowed()
    {
        var policy = SmallRelease.Policy with { Installed = InstalledRelease.Parse("e-other@0.9.0"), AllowRollback = true };

        Assert.Contains("e-other is installed", SmallRelease.Refused(Good, policy).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("@1.0.0")]
    [InlineData("e-test@1")]
    [InlineData("e-test@1.0.0@2.0.0")]
    public void What_is_installed_is_a_name_with_a_version(string text) => Assert.Throws<FormatException>(() => InstalledRelease.Parse(text));

    [Fact]
    public void Production_installs_only_what_its_own_country_has_countersigned()
    {
        Assert.Contains("countersigned", SmallRelease.Refused(Good, Countersigned).Message, StringComparison.Ordinal);

        using var release = SmallRelease.Open(SmallRelease.Countersign(Good, TestKeys.Officer), Countersigned);

        Assert.Equal([ReleaseRole.Released, ReleaseRole.Countersigned], release.Signatures.Select(s => s.Role));
    }

    [Fact]
    public void Another_country_cannot_countersign_for_this_one() =>
        Assert.Contains("none that your roots", SmallRelease.Refused(SmallRelease.Countersign(Good, TestKeys.Releaser), Countersigned).Message, StringComparison.Ordinal);

    [Fact]
    public void A_countersignature_is_refused_where_nobody_can_judge_it() =>
        Assert.Contains("--country", SmallRelease.Refused(SmallRelease.Countersign(Good, TestKeys.Officer)).Message, StringComparison.Ordinal);

    // A country that makes releases itself signs them with a key of its own root: that says nothing about production.
    [Fact]
    public void The_signature_of_a_release_is_no_countersignature()
    {
        var own = SmallRelease.Make(key: TestKeys.Officer);
        var start = own.AsSpan().IndexOf("MANIFEST.p7s\0"u8);
        var length = MemberHeader.Read(own.AsSpan(start, MemberHeader.Length))!.Value.Size;
        var (content, end) = (start + MemberHeader.Length, start + MemberHeader.Length + (int)length + MemberHeader.Padding(length));
        byte[] forged = [.. own[..end], .. MemberHeader.Of("COUNTERSIGNATURE.1.p7s", length), .. own[content..end], .. own[end..]];

        Assert.Contains("does not hold", SmallRelease.Refused(forged, new(TestKeys.Trust(TestKeys.Country)) { Country = TestKeys.Trust(TestKeys.Country) }).Message, StringComparison.Ordinal);
    }
}
