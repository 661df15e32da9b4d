using System.CommandLine;

namespace Platform.Cli.Installing;

/// <summary><c>egov upgrade</c>.</summary>
internal static class UpgradeCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release." };
        var name = new Option<string?>("--instance") { Description = "The instance, where there is more than one on this machine." };
        var rollback = new Option<bool>("--allow-rollback") { Description = "Let an older version come in the place of a newer one. One that was here before passes also after its keys have expired, not after one was revoked." };
        var options = new ReleaseOptions();
        var command = options.AddTo(new Command("upgrade", """
            Bring another release to an instance while it serves: verify it by what the instance has kept, unpack, back up, start it beside the one that runs, lead people to it.
            If it does not become ready, the one that ran is current again. Needs no network. Interrupted anywhere, run it again.

            Examples:
              egov upgrade e-laos-1.1.0.egov --dry-run
              egov upgrade e-laos-1.1.0.egov --instance demo
              egov upgrade e-laos-1.1.0.egov --trust ca-with-newer-revocations.pem
              egov upgrade e-laos-1.0.0.egov --allow-rollback
            """) { file, name, rollback });
        command.SetAction((parse, _) => Installation.RunAsync(parse, async output =>
        {
            var instance = Of(options.Folder(parse), parse.GetValue(name));
            var installed = instance.Installed ?? throw new InstallException($"{instance.Home} has no release that could be upgraded: egov install FILE");
            var trust = options.Trust.Of(parse, instance.Trust.Current);
            var path = parse.GetRequiredValue(file).FullName;
            var policy = trust.Policy(installed, parse.GetValue(rollback), options.Trust.IsWithout(parse), instance.Accepted);
            using var release = Opened.Release(path, policy, output);
            await new Upgrade(instance, release, path, trust).RunAsync(options.IsDry(parse), output);
        }));
        return command;
    }

    private static Instance Of(string folder, string? name) => (name, Instance.In(folder)) switch
    {
        ({ } given, _) => new(folder, given),
        (null, [var only]) => only,
        (null, []) => throw new InstallException($"There is no instance in {folder} that could be upgraded: egov install FILE"),
        (null, var all) => throw new InstallException($"Which one is meant? Say --instance {string.Join(" or --instance ", all.Select(i => i.Name))}."),
    };
}
