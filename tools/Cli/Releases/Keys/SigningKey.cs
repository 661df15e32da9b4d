using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Cli.Releases.Keys;

/// <summary>A certificate and its key in two files of PEM: <c>name.pem</c>, and beside it <c>name.key.pem</c>, which only a passphrase opens.</summary>
internal static class SigningKey
{
    /// <summary>A key of this length of passphrase is tried for years: PBES2 with 600,000 rounds (OWASP, 2023).</summary>
    private const int Rounds = 600_000;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Public = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Where commands look for it that are not told.</summary>
    public const string Usual = "keys/release.pem";

    /// <summary>Before somebody is asked for its passphrase.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    public static void DemandThere(string certificate)
    {
        if (new[] { certificate, KeyFileOf(certificate) }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new IOException($"There is no {missing}. Name the certificate that signs with --key, or make a root and a key:\n  egov release keys root --name \"Ministry of Example, root\"\n  egov release keys issue --name \"Releases of this year\"");
        }
    }

    /// <exception cref="IOException">A file is missing, or the passphrase is not its own.</exception>
    public static X509Certificate2 Load(string certificate, string passphrase)
    {
        var key = KeyFileOf(certificate);
        try
        {
            return X509Certificate2.CreateFromEncryptedPemFile(certificate, passphrase, key);
        }
        catch (CryptographicException error)
        {
            throw new IOException($"{key} cannot be opened with this passphrase, or does not belong to {certificate}: {error.Message}", error);
        }
    }

    /// <summary>Writes both files. Never overwrites one.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static void Save(X509Certificate2 certificate, string file, string passphrase)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        DemandFree(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds));
        Write(KeyFileOf(file), encrypted, OwnerOnly);
        Write(file, certificate.ExportCertificatePem(), Public);
    }

    /// <summary>Writes the certificate of a key that is elsewhere. Never overwrites one, nor lays it beside the key of another.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static void SaveCertificate(X509Certificate2 certificate, string file)
    {
        DemandFree(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        Write(file, certificate.ExportCertificatePem(), Public);
    }

    private static void DemandFree(string file)
    {
        if (new[] { file, KeyFileOf(file) }.FirstOrDefault(File.Exists) is { } there)
        {
            throw new IOException($"{there} is there already, and is needed as long as anything that it signed is used or could have to be revoked. Name another file.");
        }
    }

    private static string KeyFileOf(string certificate) => Path.ChangeExtension(certificate, ".key.pem");

    private static void Write(string file, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine(text);
    }
}
