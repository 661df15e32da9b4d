using System.CommandLine;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary><c>egov release sign</c>.</summary>
internal static class SignCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release, as 'egov release build --unsigned' wrote it; it is written anew with its signature." };
        var signature = new Option<FileInfo>("--signature") { Description = "Made on its MANIFEST by whatever speaks to the device.", Required = true };
        var stamp = new Option<Uri?>("--time-stamp") { Description = "A time-stamping authority (RFC 3161) whose stamp keeps the release good after its key has expired; its root with --time-trust." };
        var options = new TrustOptions();
        var command = options.AddTo(new Command("sign", """
            Put in the signature of a key that is in a device. It replaces the file only if it passes by --trust.

            Examples:
              egov release build templates/packs/e-laos --unsigned
              tar -xOf e-laos-1.0.0.egov MANIFEST | openssl cms -sign -binary -noattr -nosmimecap -md sha256 -outform DER -signer release.pem -inkey "pkcs11:object=release" -keyform engine -engine pkcs11 -out signature.p7s
              egov release sign e-laos-1.0.0.egov --signature signature.p7s --trust keys/ca.pem
            """) { file, signature, stamp });
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var (path, policy) = (parse.GetRequiredValue(file).FullName, options.Of(parse) with { IsToBeCountersigned = true });
            using (var unsigned = File.OpenRead(path))
            {
                var made = File.ReadAllBytes(parse.GetRequiredValue(signature).FullName);
                ReleaseFile.Write(path, stream => ReleaseWriter.Sign(unsigned, stream, made, TimeStampRequest.Of(parse.GetValue(stamp))), written => Release.Open(written, policy, TimeProvider.System).Dispose());
            }

            output.WriteLine(ReleaseFile.Describe(path));
        }));
        return command;
    }
}
