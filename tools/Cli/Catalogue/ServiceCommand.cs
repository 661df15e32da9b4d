using System.CommandLine;
using Platform.Cli.Catalogue.Localizing;
using Platform.Cli.Import;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Catalogue;

/// <summary><c>egov service</c>: work on one service.</summary>
internal static class ServiceCommand
{
    public static Command Create() => new("service", "Work on one service of a pack.\n\nExample: egov service localize building-permit --area 06 --pack packs/e-bhutan") { Localize() };

    private static Command Localize()
    {
        var id = new Argument<string>("ID") { Description = "The national service." };
        var area = new Option<string>("--area") { Description = "Code of the place, from areas.csv.", Required = true };
        var pack = new Option<string>("--pack") { Description = "The pack's folder.", DefaultValueFactory = _ => "." };
        var like = new Option<string?>("--like") { Description = "A service of the pack that is this one under another name: what differs in it goes into the variant, with its translations." };
        var set = new Option<string[]>("--set") { Description = "What differs there: key=value, the value as in YAML. May be given several times." };
        var command = new Command(
            "localize",
            """
            Write a variant of a national service for one place. It holds only what differs; everything else stays as in the whole country.

            Examples:
              egov service localize building-permit --area 06 --pack packs/e-bhutan --set 'channels=[counter]' --set 'deadline={within: 30 working days, example: true}'
              egov service localize birth-registration --area 06 --pack packs/e-bhutan --like birth-certificate-of-the-province
            """)
        { id, area, pack, like, set };
        command.SetAction(parse =>
        {
            var console = parse.InvocationConfiguration;
            try
            {
                var variant = new LocalVariant(parse.GetRequiredValue(pack), parse.GetRequiredValue(id), parse.GetRequiredValue(area));
                variant.Write(parse.GetValue(like), parse.GetValue(set) ?? [], console.Output);
                return 0;
            }
            catch (Exception error) when (error is ImportException or PoException or IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine(error.Message);
                return 1;
            }
        });
        return command;
    }
}
