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
        var key = new Option<string>("--key") { Description = "Your country's certificate that signs; its key lies beside it as NAME.key.pem.", Required = true };
        var to = new Option<string?>("-o", "--out") { Description = "Another file for the countersigned release." };
        var (passphrase, options) = (new Passphrase(), new TrustOptions());
        var command = options.AddTo(new Command("countersign", """
            Let a release into your country: production installs only what its own country has countersigned.
            It is verified first; what does not pass is not signed.

            Example: egov release countersign e-laos-1.0.0.egov --trust ca.pem --key officer.pem
            """) { file, key, to, passphrase.Option });
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var (path, certificate) = (parse.GetRequiredValue(file).FullName, parse.GetRequiredValue(key));
            using var verified = Release.Open(path, options.Of(parse), TimeProvider.System);
            using var signer = SigningKey.Load(certificate, passphrase.Of(parse, certificate));
            var target = parse.GetValue(to) ?? path;
            BuildCommand.Write(target, stream => verified.Countersign(stream, signer));
            output.WriteLine($"{target}: {verified.Manifest.Name} {verified.Manifest.Version}, released by {verified.Signatures[0].Subject}, is now countersigned by {signer.Subject}.");
        }));
        return command;
    }
}
