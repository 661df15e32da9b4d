using System.Collections.Frozen;

namespace Platform.Core.Texts.Po;

internal static class PoHeader
{
    private static readonly string[] OfTemplate = ["Report-Msgid-Bugs-To:", "POT-Creation-Date:"];

    public static FrozenDictionary<string, string> Read(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The plural rule, and what is wrong with the one that is written there.</summary>
    public static (PluralRule Rule, string? Wrong) Rule(FrozenDictionary<string, string> header)
    {
        if (!header.TryGetValue("Plural-Forms", out var rule) || rule.Contains("nplurals=INTEGER", StringComparison.Ordinal))
        {
            return (PluralRule.Default, null);
        }

        try
        {
            return (PluralRule.Parse(rule), null);
        }
        catch (PoException error)
        {
            return (PluralRule.Default, error.Errors[0].Message);
        }
    }

    /// <summary>The header with those fields that tell of the template.</summary>
    public static string Taking(string header, string template)
    {
        var fields = template.Split('\n').Where(field => OfTemplate.Any(name => field.StartsWith(name, StringComparison.OrdinalIgnoreCase))).ToList();
        var kept = header.Split('\n').Where(field => !fields.Exists(taken => taken.Split(':')[0].Equals(field.Split(':')[0], StringComparison.OrdinalIgnoreCase)));
        return fields.Count == 0 ? header : string.Join('\n', [kept.First(), .. fields, .. kept.Skip(1)]);
    }

    /// <summary>True unless the header names a character set other than UTF-8; a template says <c>CHARSET</c>.</summary>
    public static bool IsUtf8(FrozenDictionary<string, string> header) =>
        !header.TryGetValue("Content-Type", out var type)
        || type.Split("charset=") is not [_, var charset]
        || charset.Trim().ToUpperInvariant() is "UTF-8" or "UTF8" or "CHARSET" or "US-ASCII" or "ASCII";
}
