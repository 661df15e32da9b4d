using System.CommandLine;
using Platform.Cli.Import.Forms;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Import;

/// <summary><c>egov import form</c>.</summary>
internal static class FormCommand
{
    private const string Description = """
        Import a form: form.io, XGov digital-form-builder, XLSForm, or a JSON Schema (2020-12, draft-07). Conditions become FEEL and are compiled.
        Each thing that is not carried has a line with the reason; the last line counts what is.

        Examples:
          egov import form permit.json --out packs/e-bhutan/services/building-permit.yaml
          egov import form census.xlsx --out packs/e-bhutan/services/household.yaml --organization statistics-office
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The form: .json or .xlsx." };
        var service = new Option<string>("--out") { Description = "The service's file, named by its id, in the folder services/ of a pack.", Required = true };
        var organization = new Option<string?>("--organization") { Description = "Whose service it is; else the first organization of the pack." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the form of a service that is there; the rest of it stays." };
        var command = new Command("form", Description) { file, service, organization, overwrite };
        command.SetAction(parse =>
        {
            try
            {
                new FormImport(parse.GetRequiredValue(file), parse.GetRequiredValue(service), parse.GetValue(organization), parse.GetValue(overwrite), TimeProvider.System).Run(parse.InvocationConfiguration.Output);
                return 0;
            }
            catch (Exception error) when (error is ImportException or PoException or IOException or UnauthorizedAccessException)
            {
                parse.InvocationConfiguration.Error.WriteLine(error.Message);
                return 1;
            }
        });
        return command;
    }
}
