using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Core.Tests.Releases;

/// <summary>The second verifier refuses what the first refuses; the clock is the machine's, so the keys are of now.</summary>
public sealed class ShellVerifierTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow().AddMinutes(-5);
    private static readonly X509Certificate2 Releaser = ReleaseKeys.Issue(TestKeys.Root, "Releaser", 2, Now);
    private static readonly X509Certificate2 Officer = ReleaseKeys.Issue(TestKeys.Country, "Officer", 2, Now);
    private static readonly byte[] Good = SmallRelease.Countersign(SmallRelease.Make(key: Releaser), Officer);

    private readonly ShellVerifier shell = new() { Country = TestKeys.Pem(TestKeys.Country) };

    public void Dispose() => shell.Dispose();

    [Fact]
    public void It_is_a_page_of_shell() => Assert.InRange(File.ReadLines(Path.Combine(TestFolder.RepositoryRoot, "tools/verify", ReleaseNames.Verifier)).Count(), 1, 150);

    [Fact]
    public void A_good_release_passes_and_its_signers_are_named()
    {
        var (good, said) = shell.Verify(Good);

        Assert.True(good, said);
        Assert.Contains("CN = Releaser", said, StringComparison.Ordinal);
        Assert.Contains("CN = Officer", said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bit_flipped_in_the_first_or_last_byte_of_a_part_is_refused()
    {
        var edges = TamperTests.Parts(Good).SelectMany(p => new[] { p.Start - MemberHeader.Length, p.Start - 1, p.Start, p.Start + p.Size - 1, p.Start + p.Size }).Append(Good.Length - 1);

        Assert.DoesNotContain(edges, offset => Passes((int)offset, (int)offset % 8));
    }

    [Fact]
    public void One_bit_flipped_in_a_signature_is_refused()
    {
        var signature = TamperTests.Parts(Good).Single(p => p.Name == "MANIFEST.p7s");

        Assert.DoesNotContain(Enumerable.Range(0, (int)signature.Size).Where(i => i < 60 || i % 97 == 0), i => Passes((int)signature.Start + i, i % 8));
    }

    [Fact]
    public void Whatever_is_cut_off_added_or_moved_is_refused()
    {
        var parts = TamperTests.Parts(Good).Select(p => Good[(int)(p.Start - MemberHeader.Length)..(int)(p.Start + p.Size + MemberHeader.Padding(p.Size))]).ToList();
        var end = new byte[2 * MemberHeader.Length];

        Assert.All<byte[]>(
            [
                Good[..^1], Good[..^512], Good[..^1024], [.. Good, 0], [.. Good, .. end], [.. parts[..^1].SelectMany(p => p), .. end], [.. parts.SelectMany(p => p), .. parts[^1], .. end],
                [.. parts[..^2].SelectMany(p => p), .. parts[^1], .. parts[^2], .. end], [.. parts[..2].SelectMany(p => p), .. parts[3..].SelectMany(p => p), .. end], [], new byte[10240],
            ],
            release => Assert.False(shell.Verify(release).Good));
    }

    [Fact]
    public void It_asks_for_the_countersignature_of_its_country()
    {
        Assert.Contains("countersigned", shell.Verify(SmallRelease.Make(key: Releaser)).Said, StringComparison.Ordinal);
        Assert.False(shell.Verify(SmallRelease.Countersign(SmallRelease.Make(key: Releaser), Releaser)).Good);
        using var nobody = new ShellVerifier();
        Assert.Contains("--country", nobody.Verify(Good).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_is_refused_and_one_beside_it_is_not()
    {
        var other = ReleaseKeys.Issue(TestKeys.Root, "Other", 2, Now);
        var list = ReleaseKeys.Revoke(TestKeys.Root, null, [other], Now, TimeSpan.FromDays(9));
        using var revoking = new ShellVerifier { Trust = TestKeys.Pem(TestKeys.Root) + list };

        Assert.True(revoking.Verify(SmallRelease.Make(key: Releaser)).Good);
        Assert.Contains("revoked", revoking.Verify(SmallRelease.Make(key: other)).Said, StringComparison.Ordinal);
        using var forged = new ShellVerifier { Trust = TestKeys.Pem(TestKeys.Country) + list };
        Assert.Contains("not signed by a root", forged.Verify(SmallRelease.Make(key: Officer)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_may_not_sign_is_refused()
    {
        Assert.False(shell.Verify(SmallRelease.Countersign(SmallRelease.Make(key: Officer), Officer)).Good);
        using var plain = new ShellVerifier();
        Assert.False(plain.Verify(SmallRelease.Make(key: TestKeys.Root)).Good);
        Assert.Contains("expired", plain.Verify(SmallRelease.Make(key: ReleaseKeys.Issue(TestKeys.Root, "Over", 1, Now.AddYears(-2)))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_stamp_counts()
    {
        using var authority = new TimeAuthority(Now);
        using var stamped = new ShellVerifier { Time = TestKeys.Pem(authority.Root) };
        var release = SmallRelease.Make(key: Releaser, stamp: authority.Stamp);

        var (good, said) = stamped.Verify(release);

        Assert.True(good, said);
        Assert.False(stamped.Verify(SmallRelease.Make(key: Releaser, stamp: s => authority.Stamp([.. s, 1]))).Good);
        Assert.Contains("expired", stamped.Verify(SmallRelease.Make(key: ReleaseKeys.Issue(TestKeys.Root, "Over", 1, Now.AddYears(-2)), stamp: authority.Stamp)).Said, StringComparison.Ordinal);
        using var nobody = new ShellVerifier();
        Assert.Contains("--time-trust", nobody.Verify(release).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stamp_of_a_revoked_authority_or_with_a_short_key_is_refused()
    {
        using var authority = new TimeAuthority(Now);
        var list = ReleaseKeys.Revoke(authority.Root, null, [authority.Certificate], Now, TimeSpan.FromDays(9));
        using var revoking = new ShellVerifier { Time = TestKeys.Pem(authority.Root) + list };
        Assert.Contains("revoked", revoking.Verify(SmallRelease.Make(key: Releaser, stamp: authority.Stamp)).Said, StringComparison.Ordinal);

        using var weak = new TimeAuthority(Now, keyLength: 2048);
        using var believing = new ShellVerifier { Time = TestKeys.Pem(weak.Root) };
        var release = SmallRelease.Make(key: Releaser, stamp: weak.Stamp);

        Assert.Contains("time stamp does not hold", believing.Verify(release).Said, StringComparison.Ordinal);
        SmallRelease.Refused(release, SmallRelease.Policy with { Time = weak.Trust });
    }

    [Fact]
    public void The_key_that_released_cannot_countersign()
    {
        using var key = Releaser.GetRSAPrivateKey()!;
        var request = new CertificateRequest("CN=Officer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequestPem();
        using var officer = ReleaseKeys.Certify(TestKeys.Country, request, 2, Now).CopyWithPrivateKey(key);

        Assert.Contains("two keys", shell.Verify(SmallRelease.Countersign(SmallRelease.Make(key: Releaser), officer)).Said, StringComparison.Ordinal);
    }

    // Signed by a key that may, and still no manifest: two verifiers that read one differently would be two doors.
    [Theory]
    [InlineData("name: e-test\n", "name: e-test\n")]
    [InlineData("upgrade.md\n", "upgrade.md")]
    [InlineData("name: e-test", "name: ")]
    [InlineData("name: e-test", "name:  e-test")]
    [InlineData("languages: en qps-ploc", "languages: en  qps-ploc")]
    [InlineData("version: 1.0.0", "version: 1.0")]
    [InlineData("version: 1.0.0", "version: 1.00.0")]
    [InlineData("version: 1.0.0", "version: 1.0.0-01")]
    [InlineData("source-date: 2026-01-01", "source-date: 2026-13-01")]
    [InlineData(" 2 sbom", "  2 sbom")]
    [InlineData(" 2 sbom", " 02 sbom")]
    [InlineData("block.bin\n", "block.bin\n\n")]
    public void A_manifest_that_is_written_otherwise_is_refused_by_both(string good, string written)
    {
        using var plain = new ShellVerifier();
        var release = Rewritten(SmallRelease.Make(key: Releaser), good, written);

        if (good == written)
        {
            Assert.True(plain.Verify(release).Good);
            return;
        }

        Assert.Contains("manifest cannot be read", plain.Verify(release).Said, StringComparison.Ordinal);
        Assert.ThrowsAny<ReleaseRefusedException>(() => Release.Open(new MemoryStream(release), SmallRelease.Policy, TimeProvider.System));
    }

    private static byte[] Rewritten(byte[] release, string good, string written)
    {
        var (manifest, signature) = (TamperTests.Parts(release)[0], TamperTests.Parts(release)[1]);
        var text = System.Text.Encoding.ASCII.GetString(release, (int)manifest.Start, (int)manifest.Size);
        Assert.Contains(good, text, StringComparison.Ordinal);
        var bytes = System.Text.Encoding.ASCII.GetBytes(text.Replace(good, written, StringComparison.Ordinal));
        return [.. Part(manifest.Name, bytes), .. Part(signature.Name, DetachedSignature.Make(bytes, Releaser)), .. release[(int)(signature.Start + signature.Size + MemberHeader.Padding(signature.Size))..]];
    }

    private static byte[] Part(string name, byte[] content) => [.. MemberHeader.Of(name, content.Length), .. content, .. new byte[MemberHeader.Padding(content.Length)]];

    [Theory]
    [InlineData("1.0.0", "1.0.1", false)]
    [InlineData("1.0.0-rc.2", "1.0.0", false)]
    [InlineData("1.0.0-rc.2", "1.0.0-rc.10", false)]
    [InlineData("1.0.0", "1.0.0-rc.1", true)]
    [InlineData("1.10.0", "1.9.0", true)]
    [InlineData("1.0.0", "1.0.0", true)]
    public void An_older_version_than_the_installed_is_refused_unless_allowed(string version, string installed, bool good)
    {
        using var plain = new ShellVerifier();
        var release = SmallRelease.Make(version, Releaser);

        Assert.Equal(good, plain.Verify(release, "--installed", $"e-test@{installed}").Good);
        Assert.True(plain.Verify(release, "--installed", $"e-test@{installed}", "--allow-rollback").Good);
        Assert.Contains("e-other is installed", plain.Verify(release, "--installed", $"e-other@{installed}", "--allow-rollback").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Openssl_makes_the_same_signature_byte_for_byte()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder["content"], [1, 2, 3]);
        File.WriteAllText(folder["cert.pem"], Releaser.ExportCertificatePem());
        using var key = Releaser.GetRSAPrivateKey()!;
        File.WriteAllText(folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
        using var openssl = Process.Start(new ProcessStartInfo("openssl", "cms -sign -binary -noattr -nosmimecap -md sha256 -in content -signer cert.pem -inkey key.pem -outform DER -out signature") { WorkingDirectory = folder.Path })!;
        openssl.WaitForExit();

        Assert.Equal(DetachedSignature.Make([1, 2, 3], Releaser), File.ReadAllBytes(folder["signature"]));
    }

    private bool Passes(int offset, int bit)
    {
        var flipped = (byte[])Good.Clone();
        flipped[offset] ^= (byte)(1 << bit);
        return shell.Verify(flipped).Good;
    }
}
