using System.CommandLine;

namespace Platform.Cli.Packs;

/// <summary><c>egov pack</c>: check a country pack and make it live. <c>egov check</c> is the short form.</summary>
internal static class PackCommand
{
    public static Command Create() => new("pack", "Check a country pack and make it live.\n\nExample: egov pack check templates/packs/e-laos") { Check("pack check"), Activate() };

    public static Command CreateCheck() => Check("check");

    private static Command Check(string words)
    {
        var (folder, production) = (Folder(), Production());
        var command = new Command("check", $"Read a pack and report every mistake with its file and line.\n\nExample: egov {words} templates/packs/e-laos") { folder, production };
        command.SetAction(parse =>
            PackCheck.Run(parse.GetRequiredValue(folder), parse.GetValue(production), parse.InvocationConfiguration) is { Problems.Count: 0 } ? 0 : 1);
        return command;
    }

    private static Command Activate()
    {
        var (folder, production) = (Folder(), Production());
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => "data" };
        var database = new Option<string?>("--database") { Description = "The instance's database, where it is PostgreSQL." };
        var command = new Command("activate", "Check a pack and make it live: every process takes it up within seconds.\n\nExample: egov pack activate templates/packs/e-laos --data /var/lib/egov")
        {
            folder, production, data, database,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var result = PackCheck.Run(parse.GetRequiredValue(folder), parse.GetValue(production), parse.InvocationConfiguration);
            return result is { Pack: not null }
                ? await PackActivation.RunAsync(result, parse.GetRequiredValue(data), parse.GetValue(database), parse.InvocationConfiguration, cancellationToken)
                : 1;
        });
        return command;
    }

    private static Argument<string> Folder() => new("PACK") { Description = "The folder that holds pack.yaml." };

    private static Option<bool> Production() => new("--production") { Description = "Refuse examples of law, as an instance in Production does." };
}
