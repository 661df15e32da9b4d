using System.CommandLine;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary><c>egov release rebuild</c>.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release." };
        var offline = new Option<bool>("--offline") { Description = "Use no packages but those that travelled along (--with-inputs)." };
        var options = new TrustOptions();
        var command = options.AddTo(new Command("rebuild", """
            Compile the programs of a release from the sources in it, and compare: proof that they were made of these and nothing else.
            Needs the .NET SDK that the release names, and Node.

            To compile is to run: MSBuild and Node do with your rights whatever the sources of the release tell them. Do it on a machine
            that holds no keys and nobody's data, with --offline, in a network namespace without a network.

            Examples:
              unshare --map-root-user --net egov release rebuild e-laos-1.0.0.egov --trust ca.pem --offline
              egov release rebuild e-laos-1.0.0.egov --trust ca.pem
            """) { file, offline });
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            using var release = Release.Open(parse.GetRequiredValue(file).FullName, options.Of(parse), TimeProvider.System);
            using var work = new WorkFolder();
            new Rebuilding(release, work, new Steps(output, Rebuilding.StepCount)).Run(parse.GetValue(offline));
            output.WriteLine("The programs are made of the sources in this release, to the last byte.");
        }));
        return command;
    }
}
