using System.CommandLine;
using Platform.Cli.Packs.Upgrades;

namespace Platform.Cli.Packs;

/// <summary><c>egov pack</c>: check a country pack, make it live, and go back. <c>egov check</c> is the short form.</summary>
internal static class PackCommand
{
    public static Command Create() => new("pack", "Check a country pack and make it live.\n\nExample: egov pack check templates/packs/e-laos") { Check("pack check"), Activate(), List(), Use(), UpgradeCommand.Create() };

    public static Command CreateCheck() => Check("check");

    private static Command Check(string words)
    {
        var (folder, production, modules) = (Folder(), Production(), new OutsideModuleOptions());
        var command = modules.AddTo(new Command("check", $"Read a pack and report every mistake with its file and line.\n\nExample: egov {words} templates/packs/e-laos") { folder, production });
        command.SetAction(parse =>
            PackCheck.Run(parse.GetRequiredValue(folder), parse.GetValue(production), parse.InvocationConfiguration, modules.Of(parse)) is { Problems.Count: 0 } ? 0 : 1);
        return command;
    }

    private static Command Activate()
    {
        var (folder, demonstration, data, database, modules) = (Folder(), Demonstration(), Data(), Database(), new OutsideModuleOptions());
        var command = modules.AddTo(new Command("activate", "Check a pack as an instance in Production does and make it live: every process takes it up within seconds.\n\nExample: egov pack activate templates/packs/e-laos --demonstration --data /var/lib/egov")
        {
            folder, demonstration, data, database,
        });
        command.SetAction(async (parse, cancellationToken) =>
        {
            var result = PackCheck.Run(parse.GetRequiredValue(folder), !parse.GetValue(demonstration), parse.InvocationConfiguration, modules.Of(parse));
            return result is { Pack: not null } ? await Releases(parse, data, database).ActivateAsync(result, cancellationToken) : 1;
        });
        return command;
    }

    private static Command List()
    {
        var (data, database) = (Data(), Database());
        var command = new Command("releases", "List the releases of an instance, the newest first, and say which is live.\n\nExample: egov pack releases --data /var/lib/egov") { data, database };
        command.SetAction((parse, cancellationToken) => Releases(parse, data, database).ListAsync(cancellationToken));
        return command;
    }

    private static Command Use()
    {
        var (demonstration, data, database, modules) = (Demonstration(), Data(), Database(), new OutsideModuleOptions());
        var number = new Argument<long>("NUMBER") { Description = "Of the release, from 'egov pack releases'." };
        var command = modules.AddTo(new Command("use", "Make a stored release live again: the way back. Cases that were begun meanwhile keep the edition they were begun with.\n\nExample: egov pack use 7 --data /var/lib/egov") { number, demonstration, data, database });
        command.SetAction((parse, cancellationToken) => Releases(parse, data, database).UseAsync(parse.GetValue(number), !parse.GetValue(demonstration), modules.Of(parse), cancellationToken));
        return command;
    }

    private static PackReleases Releases(ParseResult parse, Option<string> data, Option<string?> database) =>
        new(parse.GetRequiredValue(data), parse.GetValue(database), parse.InvocationConfiguration);

    private static Argument<string> Folder() => new("PACK") { Description = "The folder that holds pack.yaml." };

    private static Option<string> Data() => new("--data") { Description = "The data folder.", DefaultValueFactory = _ => "data" };

    private static Option<string?> Database() => new("--database") { Description = "The instance's database, where it is PostgreSQL." };

    private static Option<bool> Demonstration() => new("--demonstration") { Description = "Let examples of law through, for an instance that is no government site." };

    private static Option<bool> Production() => new("--production") { Description = "Refuse examples of law, as an instance in Production does." };
}
