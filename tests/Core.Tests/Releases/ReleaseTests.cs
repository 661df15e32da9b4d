using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
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

    // One certificate from the releaser's root and another from the country's, of one key: two names, one pair of eyes.
    [Fact]
    public void The_key_that_released_cannot_countersign()
    {
        using var key = TestKeys.Releaser.GetRSAPrivateKey()!;
        var request = new CertificateRequest("CN=Officer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequestPem();
        using var officer = ReleaseKeys.Certify(TestKeys.Country, request, 2, TestKeys.Made).CopyWithPrivateKey(key);

        Assert.Contains("two keys", SmallRelease.Refused(SmallRelease.Countersign(Good, officer), Countersigned).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_accepted_is_good_after_its_keys_have_expired_but_not_after_one_is_revoked()
    {
        var both = SmallRelease.Countersign(Good, TestKeys.Officer);
        using var accepted = SmallRelease.Open(both, Countersigned);
        var acceptance = ReleaseAcceptance.Parse(ReleaseAcceptance.Of(accepted, SmallRelease.Clock).ToString());
        var later = new FakeTimeProvider(TestKeys.Made.AddYears(9));
        var revoked = ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Country) + ReleaseKeys.Revoke(TestKeys.Country, null, [TestKeys.Officer], later.GetUtcNow(), TimeSpan.FromDays(9)));

        Assert.Equal(TestKeys.Made.AddYears(2), accepted.GoodUntil);
        Assert.Throws<ReleaseRefusedException>(() => Release.Open(new MemoryStream(both), Countersigned, later));
        using var again = Release.Open(new MemoryStream(both), Countersigned with { Accepted = [acceptance] }, later);
        Assert.Equal((acceptance, null), (ReleaseAcceptance.Of(again, later), again.GoodUntil));
        Assert.Contains("revoked", Assert.Throws<ReleaseRefusedException>(() => Release.Open(new MemoryStream(both), Countersigned with { Accepted = [acceptance], Country = revoked }, later)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_accepted_says_nothing_of_another_release()
    {
        using var good = SmallRelease.Open(Good);
        using var other = SmallRelease.Open(SmallRelease.Make("1.0.1"));
        var acceptance = ReleaseAcceptance.Of(good, SmallRelease.Clock);
        var later = new FakeTimeProvider(TestKeys.Made.AddYears(9));

        acceptance.Demand(good);
        Assert.Contains("Another release", Assert.Throws<ReleaseRefusedException>(() => acceptance.Demand(other)).Message, StringComparison.Ordinal);
        Assert.Contains("was not valid", Assert.Throws<ReleaseRefusedException>(() => Release.Open(new MemoryStream(SmallRelease.Make("1.0.1")), SmallRelease.Policy with { Accepted = [acceptance] }, later)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_accepted_long_ago_can_be_countersigned_by_who_may_now()
    {
        using var first = SmallRelease.Open(Good);
        var later = new FakeTimeProvider(TestKeys.Made.AddYears(9));
        using var officer = ReleaseKeys.Issue(TestKeys.Country, "Receiving ministry, officer of later", 2, later.GetUtcNow());

        Release.Open(new MemoryStream(SmallRelease.Countersign(Good, officer)), Countersigned with { Accepted = [ReleaseAcceptance.Of(first, SmallRelease.Clock)] }, later).Dispose();
    }

    [Theory]
    [InlineData("../victim/file")]
    [InlineData("e-test/../../victim")]
    [InlineData("/etc/passwd")]
    [InlineData("e-test//file")]
    [InlineData("e-test\\file")]
    public void An_archive_holds_files_below_its_folder_only(string name) =>
        Assert.Throws<ReleaseRefusedException>(() => ReleaseArchive.Entries(Packed(name)).Count());

    [Fact]
    public void An_archive_holds_a_file_once() =>
        Assert.Throws<ReleaseRefusedException>(() => ReleaseArchive.Entries(Packed("e-test/file", "e-test/file")).Count());

    private static MemoryStream Packed(params string[] names)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["file"], "content");
        var archive = new MemoryStream();
        ReleaseArchive.Pack(archive, names.Select(name => KeyValuePair.Create(name, folder["file"])), TestKeys.Made);
        archive.Position = 0;
        return archive;
    }

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
