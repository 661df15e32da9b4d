using System.CommandLine;
using Platform.Cli.Releases.Keys;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary><c>egov release countersign</c>.</summary>
internal static class CountersignCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release; it is written anew with one signature more." };
        var key = new Option<string?>("--key") { Description = "Your country's certificate that signs; its key lies beside it as NAME.key.pem." };
        var made = new Option<FileInfo?>("--signature") { Description = "Instead of --key: a signature that was made by whatever speaks to the device the key is in." };
        var to = new Option<string?>("-o", "--out") { Description = "Another file for the countersigned release." };
        var (passphrase, options) = (new Passphrase(), new TrustOptions(countersigns: true));
        var command = options.AddTo(new Command("countersign", """
            Let a release into your country: production installs only what its own country has countersigned.
            It is verified first; what does not pass is not signed. What was signed is judged by --country, as your production
            will judge it, before it replaces the file.

            Examples:
              egov release countersign e-laos-1.0.0.egov --trust ca.pem --country own-ca.pem --key officer.pem
              { echo 'egov countersignature 1'; tar -xOf e-laos-1.0.0.egov MANIFEST; } | openssl cms -sign -binary -noattr -nosmimecap -md sha256 -outform DER -signer officer.pem -inkey "pkcs11:object=officer" -keyform engine -engine pkcs11 -out officer.p7s
              egov release countersign e-laos-1.0.0.egov --trust ca.pem --country own-ca.pem --signature officer.p7s
            """) { file, key, made, to, passphrase.Option });
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var (path, policy) = (parse.GetRequiredValue(file).FullName, options.Of(parse));
            using var verified = Release.Open(path, policy with { IsToBeCountersigned = true }, TimeProvider.System);
            var (target, officer) = (parse.GetValue(to) ?? path, "");
            ReleaseFile.Write(target, Countersign(verified, parse.GetValue(made), parse.GetValue(key), certificate => passphrase.Of(parse, certificate)), written => officer = OfficerOf(written, policy));
            output.WriteLine($"{target}: {verified.Manifest.Name} {verified.Manifest.Version}, released by {verified.Signatures[0].Subject}, is now countersigned by {officer}.");
        }));
        return command;
    }

    private static Action<Stream> Countersign(Release verified, FileInfo? made, string? certificate, Func<string, string> passphrase) => (made, certificate) switch
    {
        ({ } signature, null) => stream => verified.Countersign(stream, File.ReadAllBytes(signature.FullName)),
        (null, { } named) => stream => Countersign(verified, named, passphrase(named), stream),
        _ => throw new IOException("Say who signs: either the certificate whose key lies beside it, with --key, or a signature that was made elsewhere, with --signature."),
    };

    private static void Countersign(Release verified, string certificate, string passphrase, Stream stream)
    {
        using var signer = SigningKey.Load(certificate, passphrase);
        verified.Countersign(stream, signer);
    }

    private static string OfficerOf(string written, ReleasePolicy policy)
    {
        using var countersigned = Release.Open(written, policy, TimeProvider.System);
        return countersigned.Signatures[^1].Subject;
    }
}
