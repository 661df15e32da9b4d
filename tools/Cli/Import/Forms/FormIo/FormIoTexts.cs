using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>Texts of a form with the translations that stand beside it (<c>i18n</c>: language, then text), without their marks.</summary>
internal sealed partial class FormIoTexts(JsonObject json)
{
    private readonly List<KeyValuePair<string, JsonNode?>> languages =
        [.. new[] { json, json.At("settings"), json.At("options") }.Select(p => p.At("i18n")).OfType<JsonObject>().SelectMany(i => i).Where(l => l.Value is JsonObject)];

    public FormText? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var by = new Dictionary<string, string> { [""] = Plain(text) };
        foreach (var (language, words) in languages)
        {
            if (words.Text(text) is { } translated)
            {
                by[language] = Plain(translated);
            }
        }

        return new(by);
    }

    private static string Plain(string text) => System.Net.WebUtility.HtmlDecode(Mark().Replace(text, " ")).Trim();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
