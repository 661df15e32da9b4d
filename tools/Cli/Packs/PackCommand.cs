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
        var (folder, production, each, modules) = (Folder(), Production(), Each(), new OutsideModuleOptions());
        var command = modules.AddTo(new Command("check", $"Read a pack and report every mistake with its file and line.\n\nExamples:\n  egov {words} templates/packs/e-laos\n  egov {words} templates/packs/e-laos --production --each") { folder, production, each });
        command.SetAction(parse =>
            PackCheck.Run(parse.GetRequiredValue(folder), parse.GetValue(production), parse.InvocationConfiguration, modules.Of(parse), parse.GetValue(each)) is { Problems.Count: 0 } ? 0 : 1);
        return command;
    }

    private static Command Activate()
    {
        var (demonstration, places, modules) = (Demonstration(), new InstancePlaces(), new OutsideModuleOptions());
        var folder = new Argument<string>("PACK") { Description = "The folder that holds pack.yaml; else PLATFORM_pack.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => places.Pack ?? "pack" };
        var command = places.AddDatabaseTo(modules.AddTo(new Command("activate", "Check a pack as an instance in Production does and make it live: every process takes it up within seconds.\n\nExample: egov pack activate templates/packs/e-laos --demonstration --data /var/lib/egov")
        {
            folder, demonstration,
        }));
        command.SetAction((parse, cancellationToken) => OnReleasesAsync(parse, places, releases =>
            PackCheck.Run(parse.GetRequiredValue(folder), !parse.GetValue(demonstration), parse.InvocationConfiguration, modules.Of(parse)) is { Pack: not null } result
                ? releases.ActivateAsync(result, cancellationToken)
                : Task.FromResult(1)));
        return command;
    }

    private static Command List()
    {
        var places = new InstancePlaces();
        var command = places.AddDatabaseTo(new Command("releases", "List the releases of an instance, the newest first, and say which is live.\n\nExample: egov pack releases --data /var/lib/egov"));
        command.SetAction((parse, cancellationToken) => OnReleasesAsync(parse, places, releases => releases.ListAsync(cancellationToken)));
        return command;
    }

    private static Command Use()
    {
        var (demonstration, places, modules) = (Demonstration(), new InstancePlaces(), new OutsideModuleOptions());
        var number = new Argument<long>("NUMBER") { Description = "Of the release, from 'egov pack releases'." };
        var command = places.AddDatabaseTo(modules.AddTo(new Command("use", "Make a stored release live again: the way back. Cases that were begun meanwhile keep the edition they were begun with.\n\nExample: egov pack use 7 --data /var/lib/egov") { number, demonstration }));
        command.SetAction((parse, cancellationToken) => OnReleasesAsync(parse, places, releases => releases.UseAsync(parse.GetValue(number), !parse.GetValue(demonstration), modules.Of(parse), cancellationToken)));
        return command;
    }

    // Where there is no instance none is made: what was made live there no portal would read.
    private static async Task<int> OnReleasesAsync(ParseResult parse, InstancePlaces places, Func<PackReleases, Task<int>> work)
    {
        if (places.Missing(parse) is { } missing)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(missing);
            return 1;
        }

        return await work(new(places.Database(parse), parse.InvocationConfiguration));
    }

    private static Argument<string> Folder() => new("PACK") { Description = "The folder that holds pack.yaml." };

    private static Option<bool> Demonstration() => new("--demonstration") { Description = "Let examples of law through, for an instance that is no government site." };

    private static Option<bool> Each() => new("--each") { Description = "Give each place a line of its own, FILE:LINE: MESSAGE, also where the same is wrong in many." };

    private static Option<bool> Production() => new("--production") { Description = "Refuse examples of law, as an instance in Production does." };
}
