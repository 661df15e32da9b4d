using System.Collections.Frozen;

namespace Platform.Core.Texts.Po;

internal static class PoHeader
{
    public static FrozenDictionary<string, string> Read(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>True unless the header names a character set other than UTF-8; a template says <c>CHARSET</c>.</summary>
    public static bool IsUtf8(FrozenDictionary<string, string> header) =>
        !header.TryGetValue("Content-Type", out var type)
        || type.Split("charset=") is not [_, var charset]
        || charset.Trim().ToUpperInvariant() is "UTF-8" or "UTF8" or "CHARSET" or "US-ASCII" or "ASCII";
}
