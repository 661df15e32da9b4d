using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Platform.Cli.Releases.Keys;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary><c>egov release build</c>.</summary>
internal static class BuildCommand
{
    private const string Runtime = "linux-x64";

    public static Command Create()
    {
        var pack = new Argument<string>("PACK") { Description = "The folder that holds pack.yaml, in the repository." };
        var key = new Option<string>("--key") { Description = "The certificate that signs; its key lies beside it as NAME.key.pem.", DefaultValueFactory = _ => SigningKey.Usual };
        var unsigned = new Option<bool>("--unsigned") { Description = "Write it without its signature, for a key that is in a device: then egov release sign." };
        var to = new Option<string?>("-o", "--out") { Description = "The file; else NAME-VERSION.egov." };
        var root = new Option<string>("--root") { Description = "The repository's root.", DefaultValueFactory = _ => "." };
        var dependent = new Option<bool>("--framework-dependent") { Description = "Leave .NET out: smaller, for machines where ASP.NET Core 10 is installed." };
        var modules = new Option<string[]>("--module") { Description = "A module from outside, compiled, with its licence and what it brings along beside it; may be given several times. Its code runs while the pack is read." };
        var inputs = new Option<bool>("--with-inputs") { Description = "Take along the packages of NuGet and npm, so that it can be built without network." };
        var notes = new Option<string?>("--notes") { Description = "Upgrade notes, in Markdown." };
        var since = new Option<string?>("--since") { Description = "The commit of the release before this one: the upgrade notes then say which migrations are new, and which services are new, changed or gone. 'egov release verify' tells it." };
        var stamp = new Option<Uri?>("--time-stamp") { Description = "A time-stamping authority (RFC 3161) whose stamp keeps the release good after its key has expired." };
        var changes = new Option<bool>("--allow-changes") { Description = "Take what is not committed; the release says so." };
        var texts = new Option<bool>("--allow-missing-texts") { Description = "Let public texts stay in the source language where a language of the pack has none." };
        var passphrase = new Passphrase();
        var command = new Command("build", """
            Make a signed release of a pack: programs, sources, pack, texts, licences, bill of materials, in one file.
            The same commit gives the same bytes, in whatever folder and whenever it is built.

            Examples:
              egov release build templates/packs/e-laos -o e-laos-1.0.0.egov
              egov release build templates/packs/e-laos --key release-2027.pem --with-inputs --time-stamp http://tsa.example/tsr
              egov release build templates/packs/e-laos --since v1.0.0 --notes notes.md
              egov release build templates/packs/e-laos --module ../permits/bin/Release/net10.0/Acme.Permits.dll
            """)
        {
            pack, key, unsigned, to, root, dependent, modules, inputs, notes, since, stamp, changes, texts, passphrase.Option,
        };
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            using var signer = parse.GetValue(unsigned) ? null : SignerOf(parse.GetRequiredValue(key), file => passphrase.Of(parse, file));
            using var work = new WorkFolder();
            var steps = new Steps(output, ReleaseBuild.StepCount + 1);
            var runtime = parse.GetValue(dependent) ? ReleaseManifest.FrameworkDependent(Runtime) : ReleaseManifest.SelfContained(Runtime);
            var build = new ReleaseBuild(new(parse.GetRequiredValue(pack), parse.GetRequiredValue(root), runtime, parse.GetValue(modules) ?? [], parse.GetValue(inputs), new(parse.GetValue(notes), EarlierOf(parse.GetRequiredValue(root), parse.GetValue(since))), parse.GetValue(changes), parse.GetValue(texts)), work, steps);
            var manifest = build.Run();
            var release = parse.GetValue(to) ?? $"{manifest.Name}-{manifest.Version}.egov";
            steps.Do("signature", () => ReleaseFile.Write(release, stream => Write(stream, manifest, build.Members, signer, TimeStampRequest.Of(parse.GetValue(stamp)))));
            output.WriteLine(steps.After(ReleaseBuild.Programs));
            output.WriteLine(ReleaseFile.Describe(release));
            if (signer is null)
            {
                output.WriteLine("It is not signed, so nobody accepts it yet. How a device signs it and where its signature goes: egov release sign --help");
            }
        }));
        return command;
    }

    private static EarlierSources? EarlierOf(string root, string? commit) => commit is null ? null : new(root, commit);

    private static X509Certificate2 SignerOf(string certificate, Func<string, string> passphrase)
    {
        SigningKey.DemandThere(certificate);
        return SigningKey.Load(certificate, passphrase(certificate));
    }

    private static void Write(Stream stream, ReleaseManifest manifest, string members, X509Certificate2? signer, Func<byte[], byte[]>? stamp)
    {
        if (signer is null)
        {
            ReleaseWriter.WriteUnsigned(stream, manifest, members);
        }
        else
        {
            ReleaseWriter.Write(stream, manifest, members, signer, stamp);
        }
    }
}
