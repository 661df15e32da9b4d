using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;

namespace Platform.Core.Tests.Releases;

/// <summary>The keys of a releaser and of two countries, made once: RSA takes its time.</summary>
internal static class TestKeys
{
    public static DateTimeOffset Made { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Root { get; } = ReleaseKeys.CreateRoot("Exporting ministry, root", 20, Made);

    public static X509Certificate2 Releaser { get; } = ReleaseKeys.Issue(Root, "Exporting ministry, releases 2026", 2, Made);

    public static X509Certificate2 Country { get; } = ReleaseKeys.CreateRoot("Receiving ministry, root", 20, Made);

    public static X509Certificate2 Officer { get; } = ReleaseKeys.Issue(Country, "Receiving ministry, release officer", 2, Made);

    public static string Pem(X509Certificate2 root) => root.ExportCertificatePem() + "\n";

    public static ReleaseTrust Trust(X509Certificate2 root) => ReleaseTrust.Parse(Pem(root));
}
