using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;

namespace Platform.Core.Tests.Releases;

public sealed class ReleaseTrustTests
{
    private static readonly DateTimeOffset Now = SmallRelease.Clock.GetUtcNow();
    private static readonly byte[] Good = SmallRelease.Make();

    [Fact]
    public void An_old_release_signed_with_a_revoked_key_is_refused()
    {
        var trust = ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + Revoked(TestKeys.Releaser));

        Assert.True(trust.KnowsRevocations);
        Assert.Contains("revoked", SmallRelease.Refused(Good, new(trust)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_names_its_own_keys_only_and_grows()
    {
        var other = ReleaseKeys.Issue(TestKeys.Root, "Other", 2, TestKeys.Made);
        var list = Revoked(other);
        SmallRelease.Open(Good, new(ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + list))).Dispose();

        var both = ReleaseKeys.Revoke(TestKeys.Root, list, [TestKeys.Releaser], Now, TimeSpan.FromDays(90));

        SmallRelease.Refused(Good, new(ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + both)));
        SmallRelease.Refused(SmallRelease.Make(key: other), new(ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + both)));
    }

    [Fact]
    public void A_newer_list_is_followed_by_no_older_one()
    {
        var first = Revoked(TestKeys.Officer);
        var (older, newer) = (Trust(first), Trust(ReleaseKeys.Revoke(TestKeys.Root, first, [TestKeys.Releaser], Now, TimeSpan.FromDays(90))));

        newer.DemandFollows(older);
        newer.DemandFollows(newer);
        Assert.Contains("older than the one that is known here", Assert.Throws<ReleaseRefusedException>(() => older.DemandFollows(newer)).Message, StringComparison.Ordinal);
        Assert.Throws<ReleaseRefusedException>(() => TestKeys.Trust(TestKeys.Root).DemandFollows(older));
        // Begun anew, it has a low number, however late it is.
        Assert.Throws<ReleaseRefusedException>(() => Trust(ReleaseKeys.Revoke(TestKeys.Root, null, [], Now.AddDays(1), TimeSpan.FromDays(90))).DemandFollows(newer));
        // Whom nobody believes any more needs no list.
        TestKeys.Trust(TestKeys.Country).DemandFollows(newer);
    }

    [Fact]
    public void A_list_that_was_to_be_replaced_still_revokes()
    {
        var old = ReleaseKeys.Revoke(TestKeys.Root, null, [TestKeys.Releaser], TestKeys.Made, TimeSpan.FromDays(1));

        SmallRelease.Refused(Good, new(ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + old)));
    }

    [Fact]
    public void A_list_of_a_stranger_is_refused() => Assert.Contains(
        "not signed by a root",
        Assert.Throws<ReleaseRefusedException>(() => ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Country) + Revoked(TestKeys.Releaser))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_list_with_one_bit_changed_is_refused()
    {
        var list = PemEncoding.Find(Revoked(TestKeys.Releaser));
        var bytes = Convert.FromBase64String(Revoked(TestKeys.Releaser)[list.Base64Data]);
        bytes[^300] ^= 1;

        Assert.Throws<ReleaseRefusedException>(() => ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + PemEncoding.WriteString("X509 CRL", bytes)));
    }

    // A decoder that looks for blocks passes a damaged one over, and the key that it revokes would count again.
    [Theory]
    [InlineData("MII", "M*I")]
    [InlineData("-----END X509 CRL-----", "-----END X509 CRL----")]
    [InlineData("-----BEGIN X509 CRL-----", "-----BEGIN X509 CRLS-----")]
    [InlineData("-----BEGIN X509 CRL-----", "----BEGIN X509 CRL-----")]
    public void A_damaged_list_is_refused_and_not_passed_over(string good, string damaged)
    {
        var list = Revoked(TestKeys.Releaser);
        var changed = list.Replace(good, damaged, StringComparison.Ordinal);
        Assert.NotEqual(list, changed);

        Assert.Throws<ReleaseRefusedException>(() => ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + changed));
    }

    [Fact]
    public void A_root_that_is_not_trusted_counts_for_nothing() =>
        Assert.Contains("none that your roots", SmallRelease.Refused(Good, new(TestKeys.Trust(TestKeys.Country))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_expired_certificate_is_refused()
    {
        var late = SmallRelease.Make(key: ReleaseKeys.Issue(TestKeys.Root, "Late", 2, Now.AddYears(-3)));

        Assert.Contains("was not valid on 2026-11-29", SmallRelease.Refused(late).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_itself_signs_no_release() => SmallRelease.Refused(SmallRelease.Make(key: TestKeys.Root));

    [Fact]
    public void A_certificate_for_another_purpose_signs_no_release() => SmallRelease.Refused(SmallRelease.Make(key: Issue("1.3.6.1.5.5.7.3.1", 3072)));

    [Fact]
    public void A_short_key_signs_no_release() => SmallRelease.Refused(SmallRelease.Make(key: Issue(ReleaseTrust.ForCode, 2048)));

    [Fact]
    public void A_key_made_elsewhere_can_be_certified_and_may_be_of_an_elliptic_curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Device", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        using var certificate = ReleaseKeys.Certify(TestKeys.Root, request, 2, TestKeys.Made);

        SmallRelease.Open(SmallRelease.Make(key: certificate.CopyWithPrivateKey(key))).Dispose();
    }

    [Fact]
    public void A_file_of_roots_holds_roots() => Assert.Contains(
        "is no root", Assert.Throws<ReleaseRefusedException>(() => TestKeys.Trust(TestKeys.Releaser)).Message, StringComparison.Ordinal);

    private static string Revoked(X509Certificate2 certificate) => ReleaseKeys.Revoke(TestKeys.Root, null, [certificate], Now, TimeSpan.FromDays(90));

    private static X509Certificate2 Issue(string purpose, int length)
    {
        using var key = RSA.Create(length);
        var request = new CertificateRequest("CN=Other", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        return request.Create(TestKeys.Root, TestKeys.Made, TestKeys.Made.AddYears(2), [1, 2, 3]).CopyWithPrivateKey(key);
    }

    private static ReleaseTrust Trust(string list) => ReleaseTrust.Parse(TestKeys.Pem(TestKeys.Root) + list);
}
