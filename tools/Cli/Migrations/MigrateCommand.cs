using System.CommandLine;
using Platform.Host;

namespace Platform.Cli.Migrations;

/// <summary><c>egov migrate</c>: what a host does before its first request, without serving: for an orchestrator that starts many at once.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var host = new Argument<string[]>("host-options") { Description = "Options of the host: --data, --pack, --database, --keys-database; its PLATFORM_ variables count too.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(
            "migrate",
            "Bring the databases of an instance to this release and end. Several at once take turns; a host does the same when it starts.\n\n" +
            "Example: egov migrate --data /srv/egov/demo/data --pack /srv/egov/demo/pack --database \"Host=db;Database=egov\"")
        {
            host,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parse, _) => PlatformHost.RunAsync(
            [.. parse.GetValue(host) ?? [], .. parse.UnmatchedTokens, "--Logging:LogLevel:Default", "Error"],
            async _ => await parse.InvocationConfiguration.Output.WriteLineAsync("The databases are as this release needs them.")));
        return command;
    }
}
