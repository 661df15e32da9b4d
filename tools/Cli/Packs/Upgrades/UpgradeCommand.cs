using System.CommandLine;
using Platform.Core.Packs;
using Spectre.Console;

namespace Platform.Cli.Packs.Upgrades;

/// <summary><c>egov pack upgrade</c>: put a pack on another version of its base, field by field, and the way back.</summary>
internal static class UpgradeCommand
{
    private const string Description = """
        Put a pack on another version of its base. Three sides are compared field by field: the base as it was, the base as it shall be, and the pack. What only the base changed is taken, what only you changed is kept, and where both changed you decide. Nothing is written until you say so.
        Ends with 0 where the pack stands on the new base, with 2 where something is still to be decided or said yes to and so nothing was written, with 1 after a mistake.

        Examples:
          egov pack upgrade packs/e-laos --to starter@1.2                              shows what would change; asks, where somebody sits at it
          egov pack upgrade packs/e-laos --to starter@1.2 --from /mnt/usb/starter      the new base stands elsewhere
          egov pack upgrade packs/e-laos --to starter@1.2 --from new.egov --trust ca.pem       or in a release, which is verified first
          egov pack upgrade packs/e-laos --to starter@1.2 --choices choices.yaml       writes the conflicts there to be decided; run again, it reads them
          egov pack upgrade packs/e-laos --to starter@1.2 --choices choices.yaml --apply
          egov pack upgrade undo packs/e-laos                                          every byte as it was
        """;

    /// <param name="console">Where questions are asked; null: where the command was typed, if somebody sits there.</param>
    public static Command Create(IAnsiConsole? console = null)
    {
        var pack = Pack();
        var to = new Option<string>("--to") { Description = "The base and its version, as starter@1.2: any 1.2.x.", Required = true };
        var from = new Option<string?>("--from") { Description = "Where the new base stands: a folder, or a release file that holds it. Without it, the folder beside the pack that is named like --to." };
        var trust = new Option<string?>("--trust") { Description = "The roots who may sign the release file, in PEM." };
        var country = new Option<string?>("--country") { Description = "The roots who may countersign it; then one has to have done so." };
        var timeTrust = new Option<string?>("--time-trust") { Description = "The roots who may stamp its time." };
        var was = new Option<string?>("--was") { Description = "The base that the pack was made from, where that is not the folder beside it: for a pack that copied its files." };
        var choices = new Option<string?>("--choices") { Description = "A file of decisions. Where it is not there, it is written and nothing else." };
        var apply = new Option<bool>("--apply") { Description = "Write without asking." };
        var evenIfBroken = new Option<bool>("--even-if-broken") { Description = "Write although 'egov check' finds mistakes in what would stand there." };
        var modules = new OutsideModuleOptions();
        var command = modules.AddTo(new Command("upgrade", Description) { pack, to, from, trust, country, timeTrust, was, choices, apply, evenIfBroken, Undo() });
        command.SetAction(parse =>
        {
            try
            {
                var (folder, output) = (parse.GetRequiredValue(pack), parse.InvocationConfiguration.Output);
                var source = new UpgradeSource(parse.GetValue(from), parse.GetValue(trust), parse.GetValue(country), parse.GetValue(timeTrust));
                new SavedUpgrade(folder).DemandFinished();
                var upgrade = UpgradeBase.Open(folder, parse.GetRequiredValue(to), source, parse.GetValue(was));
                UpgradeReport.Write(upgrade, output);
                return new UpgradeRun(folder, upgrade, console ?? ConsoleOf(parse), output) { Apply = parse.GetValue(apply), EvenIfBroken = parse.GetValue(evenIfBroken), Outside = modules.Of(parse) }.Finish(parse.GetValue(choices));
            }
            catch (UpgradeException mistake)
            {
                mistake.Lines.ToList().ForEach(parse.InvocationConfiguration.Error.WriteLine);
                return 1;
            }
            catch (IOException mistake)
            {
                parse.InvocationConfiguration.Error.WriteLine(mistake.Message);
                return 1;
            }
        });
        return command;
    }

    private static Argument<string> Pack() => new("PACK") { Description = "The folder that holds pack.yaml." };

    private static Command Undo()
    {
        var (pack, later) = (Pack(), new Option<bool>("--and-later-changes") { Description = "Also undo what was changed since in the files that the upgrade wrote." });
        var modules = new OutsideModuleOptions();
        var command = modules.AddTo(new Command("undo", "Put back every file that the last upgrade wrote, byte by byte.\n\nExample: egov pack upgrade undo packs/e-laos") { pack, later });
        command.SetAction(parse => UpgradeUndo.Run(parse.GetRequiredValue(pack), parse.GetValue(later), parse.InvocationConfiguration, modules.Of(parse)));
        return command;
    }

    private static IAnsiConsole ConsoleOf(ParseResult parse)
    {
        var atKeyboard = ReferenceEquals(parse.InvocationConfiguration.Output, Console.Out) && !Console.IsInputRedirected && !Console.IsOutputRedirected;
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(parse.InvocationConfiguration.Output),
            Interactive = atKeyboard ? InteractionSupport.Yes : InteractionSupport.No,
        });
    }
}
