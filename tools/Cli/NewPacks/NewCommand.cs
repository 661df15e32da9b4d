using System.CommandLine;

namespace Platform.Cli.NewPacks;

/// <summary><c>egov new</c>: the pack of another country, from one that is there.</summary>
internal static class NewCommand
{
    private const string Description = """
        Makes a country pack that passes 'egov check' and runs at once, with a README that says what to fill in and in which order.

        Examples:
          egov new                                asks for one thing after another
          egov new e-bhutan --languages dz,en --currency BTN --time-zone Asia/Thimphu
          egov new e-bhutan --from starter --languages dz,en --currency BTN --time-zone Asia/Thimphu --areas areas.csv --organizations organizations.csv
        """;

    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "The pack's name in small letters and hyphens, as e-bhutan.", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string>("--from") { Description = "The pack that it extends: the name of one below templates/packs, or a folder. The new one is made beside it.", DefaultValueFactory = _ => "starter" };
        var languages = new Option<string?>("--languages") { Description = "Language tags with commas between them, the country's first.", HelpName = "dz,en" };
        var currency = new Option<string?>("--currency") { Description = "Three letters of ISO 4217.", HelpName = "BTN" };
        var zone = new Option<string?>("--time-zone") { Description = "A name of the IANA time-zone database.", HelpName = "Asia/Thimphu" };
        var areas = new Option<string?>("--areas") { Description = "CSV with the columns code, parent, level and name_<tag>, larger areas before those inside them; commas, semicolons or tabs between them.", HelpName = "FILE" };
        var organizations = new Option<string?>("--organizations") { Description = "CSV with the columns id and name_<tag>; type, parent, area, url and source if known.", HelpName = "FILE" };
        var command = new Command("new", Description) { name, from, languages, currency, zone, areas, organizations };
        command.SetAction(parse =>
        {
            var given = new NewPackWish(
                parse.GetValue(name), parse.GetRequiredValue(from), parse.GetValue(languages), parse.GetValue(currency), parse.GetValue(zone), parse.GetValue(areas), parse.GetValue(organizations));
            var console = parse.InvocationConfiguration;
            return new NewPackRun(given.Name is null ? new NewPackQuestions(Console.In, console.Output).Ask(given) : given, console).Run();
        });
        return command;
    }
}
