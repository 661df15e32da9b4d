using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Keys;

/// <summary><c>egov release keys</c>: the root, the keys it issues, and those it takes back.</summary>
internal static class ReleaseKeysCommand
{
    private const int RootYears = 20;
    private const int KeyYears = 2;
    private const int ListDays = 365;
    private const string RootFile = "root.pem";
    private const string TrustFile = "ca.pem";
    private const string ReleaseFile = "release.pem";

    public static Command Create() => new("keys", """
        Make the keys with which releases are signed.

        The root signs keys and nothing else; its key lies in a safe. ca.pem, its certificate with the list of revoked keys,
        goes to everybody who verifies, once on a way that can be trusted.

        Examples:
          egov release keys root --name "Ministry of Example, root"
          egov release keys issue --name "Releases of 2026"
          egov release keys issue --name "Releases of 2027" --dir /media/safe --out release-2027.pem
          egov release keys revoke keys/release.pem
        """)
    {
        Root(), Issue(), Revoke(),
    };

    private static Command Root()
    {
        var (name, dir, years, passphrase) = (Name(required: true), Dir(), Years(RootYears), new Passphrase());
        var command = new Command("root", "Make a root: its key, its certificate, and ca.pem.\n\nExample: egov release keys root --name \"Ministry of Example, root\"") { name, dir, years, passphrase.Option };
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var now = TimeProvider.System.GetUtcNow();
            using var root = ReleaseKeys.CreateRoot(parse.GetRequiredValue(name), parse.GetValue(years), now);
            var file = Path.Combine(parse.GetRequiredValue(dir), RootFile);
            SigningKey.Save(root, file, passphrase.Of(parse, file));
            WriteTrust(parse.GetRequiredValue(dir), root, ReleaseKeys.Revoke(root, null, [], now, TimeSpan.FromDays(ListDays)));
            output.WriteLine($"Made {file} until {root.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. Keep its key in a safe, and give ca.pem to everybody who verifies.");
            output.WriteLine("Now make a key that signs: egov release keys issue");
        }));
        return command;
    }

    private static Command Issue()
    {
        var (name, dir, years, passphrase) = (Name(required: false), Dir(), Years(KeyYears), new Passphrase());
        var to = new Option<string?>("--out") { Description = "Where its certificate goes, its key beside it; else release.pem in the root's folder." };
        var request = new Option<FileInfo?>("--request") { Description = "A signing request (PKCS #10, PEM) of a key that was made elsewhere, such as in a device; the name in it counts." };
        var own = new Passphrase("--key-passphrase-file", "the new key's own");
        var command = new Command("issue", "Make a key that signs or countersigns releases, or certify one that is in a device.\n\nExamples:\n  egov release keys issue --name \"Releases of 2026\"\n  egov release keys issue --request device.csr --out device.pem") { name, dir, years, to, request, own.Option, passphrase.Option };
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var (now, file, secret) = (TimeProvider.System.GetUtcNow(), parse.GetValue(to) ?? Path.Combine(parse.GetRequiredValue(dir), ReleaseFile), passphrase.Of(parse, RootFile));
            using var root = SigningKey.Load(Path.Combine(parse.GetRequiredValue(dir), RootFile), secret);
            if (parse.GetValue(request) is { } asked)
            {
                using var certified = ReleaseKeys.Certify(root, File.ReadAllText(asked.FullName), parse.GetValue(years), now);
                SigningKey.SaveCertificate(certified, file);
                output.WriteLine($"Made {file}, for {certified.Subject}. Its key stays where it is, and signs with what speaks to it: egov release sign --help");
                return;
            }

            using var key = ReleaseKeys.Issue(root, parse.GetValue(name) ?? throw new IOException("Say whose key it is with --name."), parse.GetValue(years), now);
            SigningKey.Save(key, file, OwnPassphrase(own.Of(parse, file), secret));
            output.WriteLine($"Made {file}. Sign with it: egov release build PACK --key {file}");
        }));
        return command;
    }

    private static Command Revoke()
    {
        var (dir, passphrase) = (Dir(), new Passphrase());
        var certificates = new Argument<FileInfo[]>("CERTIFICATE") { Description = "Of the keys; none: the list is only made anew, with a later date.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("revoke", "Take keys back: writes ca.pem anew. Nothing that they signed, earlier or later, passes where the new ca.pem is.\n\nExample: egov release keys revoke keys/release.pem") { certificates, dir, passphrase.Option };
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var folder = parse.GetRequiredValue(dir);
            using var root = SigningKey.Load(Path.Combine(folder, RootFile), passphrase.Of(parse, RootFile));
            var trust = File.ReadAllText(Path.Combine(folder, TrustFile));
            var revoked = parse.GetValue(certificates)!.Select(f => IssuedBy(root, X509CertificateLoader.LoadCertificateFromFile(f.FullName))).ToList();
            WriteTrust(folder, root, ReleaseKeys.Revoke(root, trust[trust.IndexOf("-----BEGIN X509 CRL", StringComparison.Ordinal)..], revoked, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(ListDays)));
            output.WriteLine($"{revoked.Count} revoked. Bring the new {Path.Combine(folder, TrustFile)} to everybody who verifies; it is to be made anew within a year.");
        }));
        return command;
    }

    // The root's key lies in a safe; whoever signs releases every week must not know what opens it.
    private static string OwnPassphrase(string own, string root) =>
        own != root ? own : throw new IOException("A key that signs has a passphrase of its own, not the root's: give another one with --key-passphrase-file.");

    // A list names serial numbers, which mean something beside their root only: of a stranger's certificate it would revoke nothing.
    private static X509Certificate2 IssuedBy(X509Certificate2 root, X509Certificate2 certificate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(root.SubjectName.RawData) ? certificate : throw new IOException($"{certificate.Subject} was issued by {certificate.Issuer}, not by {root.Subject}: only its own root can take it back.");

    // Nowhere else stands what has been revoked.
    private static void WriteTrust(string folder, X509Certificate2 root, string list)
    {
        var file = Path.Combine(folder, TrustFile);
        File.WriteAllText($"{file}.new", $"{root.ExportCertificatePem()}\n{list}");
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static Option<string> Name(bool required) => new("--name") { Description = "Whose it is, as everybody who verifies will read it.", Required = required };

    private static Option<string> Dir() => new("--dir") { Description = "The root's folder.", DefaultValueFactory = _ => "keys" };

    private static Option<int> Years(int usual) => new("--years") { Description = "How long it is valid.", DefaultValueFactory = _ => usual };
}
