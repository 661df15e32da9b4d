using System.CommandLine;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary><c>egov install</c>.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release." };
        var words = new Argument<string[]>("WORDS") { Description = "After --: further words for infra/systemd/install.sh, which explains them itself.", Arity = ArgumentArity.ZeroOrMore };
        var url = new Option<string>("--public-url") { Description = "What the world calls the portal, as https://portal.example.", Required = true };
        var name = new Option<string?>("--instance") { Description = "The instance's name on this machine; else the pack's." };
        var options = new ReleaseOptions();
        var command = options.AddTo(new Command("install", """
            Make a portal out of a release on this machine: verify it, keep whom to believe, unpack, set up account, databases, units and nginx, start. Needs no network.
            Interrupted anywhere, run it again.

            Examples:
              egov install e-laos-1.0.0.egov --trust ca.pem --country own-ca.pem --public-url https://portal.example --dry-run
              egov install e-laos-1.0.0.egov --trust ca.pem --country own-ca.pem --public-url https://portal.example -- --port 5110 --database sqlite
            """) { file, words, url, name });
        command.SetAction((parse, _) => Installation.RunAsync(parse, async output =>
        {
            var trust = options.Trust.Of(parse, kept: null);
            var path = parse.GetRequiredValue(file).FullName;
            using var release = Opened.Release(path, trust.Policy(installed: null, allowRollback: false, options.Trust.IsWithout(parse), accepted: []), output);
            var instance = new Instance(options.Folder(parse), parse.GetValue(name) ?? release.Manifest.Name);
            instance.Trust.Current?.DemandFollowedBy(trust);
            DemandNone(instance, release.Manifest.Version);
            string[] told = [instance.Name, "--public-url", parse.GetRequiredValue(url), "--pack", release.Manifest.Name, .. instance.Folder == Instance.UsualFolder ? Array.Empty<string>() : ["--dir", instance.Folder], .. parse.GetValue(words) ?? []];
            var arrival = new Arrival(instance, release, path, trust, told);
            await new Installation(arrival, "install", from: null).RunAsync(
                plan => [arrival.KeepTrust, arrival.Unpacking.Step, arrival.Machine(plan), arrival.Switch(from: null), arrival.Health], back: [], options.IsDry(parse), output);
        }));
        return command;
    }

    private static void DemandNone(Instance instance, ReleaseVersion version)
    {
        if (instance.Current is { } current && current != version)
        {
            throw new InstallException($"{instance.Name} runs {current} already. To bring it {version}: egov upgrade FILE --instance {instance.Name}");
        }
    }
}
