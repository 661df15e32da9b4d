using System.Text.Json;

namespace Platform.Web.Tests.Components;

/// <summary>Reads the options of a fixture.</summary>
internal static class Options
{
    /// <param name="path">As <c>hint.text</c>.</param>
    public static string? Text(this JsonElement options, string path) => options.At(path) switch
    {
        { ValueKind: JsonValueKind.String or JsonValueKind.Number } value => value.ToString(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    public static bool Flag(this JsonElement options, string path) => options.At(path) is { ValueKind: JsonValueKind.True };

    public static bool? Maybe(this JsonElement options, string path) => options.At(path) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public static JsonElement[] List(this JsonElement options, string path) =>
        options.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String)] : [];

    /// <summary>The size at the end of a class, as <c>l</c> of <c>govuk-label--l</c>.</summary>
    public static string? Size(this JsonElement options, string path) => options.Text(path)?.Split("--") is [_, var size] ? size : null;

    public static Dictionary<string, string?> Attributes(this JsonElement options, params string[] plain)
    {
        var attributes = options.At("attributes") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().ToDictionary(a => a.Name, a => (string?)a.Value.ToString())
            : [];
        foreach (var name in plain)
        {
            attributes[name == "classes" ? "class" : name] = options.Text(name) ?? attributes.GetValueOrDefault(name);
        }

        return attributes;
    }

    private static JsonElement? At(this JsonElement options, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (options.ValueKind != JsonValueKind.Object || !options.TryGetProperty(name, out options))
            {
                return null;
            }
        }

        return options;
    }
}
