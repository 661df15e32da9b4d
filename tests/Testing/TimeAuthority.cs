using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;

namespace Platform.Testing;

/// <summary>A time-stamping authority: openssl's, which knows nothing of ours.</summary>
public sealed class TimeAuthority : IDisposable
{
    private const string Configuration = """
        [tsa]
        default_tsa = authority
        [authority]
        serial = serial
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256
        signer_digest = sha256
        """;

    private readonly TestFolder folder = new();

    public TimeAuthority(DateTimeOffset now, int keyLength = 3072)
    {
        Root = ReleaseKeys.CreateRoot("Authority, root", 20, now.AddDays(-1));
        using var key = RSA.Create(keyLength);
        var request = new CertificateRequest("CN=Authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ReleaseTrust.ForTime)], critical: true));
        Certificate = request.Create(Root, now.AddDays(-1), now.AddYears(5), [7]);
        File.WriteAllText(folder["tsa.pem"], Certificate.ExportCertificatePem());
        File.WriteAllText(folder["tsa.key"], key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder["tsa.cnf"], Configuration);
        File.WriteAllText(folder["serial"], "01\n");
    }

    public X509Certificate2 Root { get; }

    public ReleaseTrust Trust => ReleaseTrust.Parse(Root.ExportCertificatePem() + "\n");

    /// <summary>With which it signs; the root has issued it.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A stamp on these bytes.</summary>
    public byte[] Stamp(byte[] signature)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature, HashAlgorithmName.SHA256, requestSignerCertificates: true);
        return request.ProcessResponse(Answer(request.Encode()), out _).AsSignedCms().Encode();
    }

    /// <summary>What the authority answers to a request (RFC 3161, section 2.4), whatever it is.</summary>
    public byte[] Answer(byte[] query)
    {
        lock (folder)
        {
            File.WriteAllBytes(folder["query"], query);
            using var openssl = Process.Start(new ProcessStartInfo("openssl", "ts -reply -queryfile query -signer tsa.pem -inkey tsa.key -config tsa.cnf -out reply") { WorkingDirectory = folder.Path, RedirectStandardError = true })!;
            var said = openssl.StandardError.ReadToEnd();
            openssl.WaitForExit();
            return openssl.ExitCode == 0 ? File.ReadAllBytes(folder["reply"]) : throw new InvalidOperationException(said);
        }
    }

    public void Dispose() => folder.Dispose();
}
