using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.FormIo;
using Platform.Cli.Import.Forms.JsonSchemas;
using Platform.Cli.Import.Forms.Xgov;
using Platform.Cli.Import.Forms.Xls;

namespace Platform.Cli.Import.Forms;

/// <summary>Tells the formats apart by what stands in the file.</summary>
internal static class FormFiles
{
    /// <exception cref="ImportException">It is none of the formats, or cannot be read.</exception>
    public static (string Format, FormDraft Form) Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new ImportException($"There is no file {file}; give a form of form.io, XGov or JSON Schema as .json, or an XLSForm as .xlsx.");
        }

        return Path.GetExtension(file).ToLowerInvariant() is ".xlsx" or ".xls" ? ("XLSForm", XlsForm.Read(file)) : Json(file, Parsed(file));
    }

    private static (string Format, FormDraft Form) Json(string file, JsonObject json) => json switch
    {
        // An export of form.io holds the form below "form"; a project's template holds several.
        _ when json.At("form") is JsonObject inner && inner["components"] is JsonArray => ("form.io", FormIoForm.Read(inner)),
        _ when json["components"] is JsonArray => ("form.io", FormIoForm.Read(json)),
        _ when json["pages"] is JsonArray => ("XGov digital-form-builder", XgovForm.Read(json)),
        _ when json["$schema"] is not null || json["properties"] is JsonObject || json["$ref"] is not null => ("JSON Schema", SchemaForm.Read(json)),
        _ => throw new ImportException($"{Path.GetFileName(file)} is no form that can be imported: it has neither 'components' (form.io), 'pages' (XGov) nor 'properties' (JSON Schema)."),
    };

    private static JsonObject Parsed(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) as JsonObject
                ?? throw new ImportException($"{Path.GetFileName(file)} is no form: a JSON object is expected.");
        }
        catch (JsonException error)
        {
            throw new ImportException($"{Path.GetFileName(file)}:{error.LineNumber + 1}: this is not JSON ({error.Message}).");
        }
    }
}
