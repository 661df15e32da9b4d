using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>A regular expression of a pack, matched against the whole value in time linear to its length.</summary>
public sealed class PackPattern
{
    private readonly Regex regex;

    private PackPattern(string source)
    {
        Source = source;
        // On its own first: a bracket left open must not swallow what is put around it.
        _ = new Regex(source, RegexOptions.NonBacktracking);
        regex = new($"^(?:{source})\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The expression as written in the pack.</summary>
    public string Source { get; }

    /// <summary>True when the whole value has this form.</summary>
    public bool IsMatch(string value) => regex.IsMatch(value);

    /// <summary>Reads an optional expression; one that cannot be used is a mistake.</summary>
    public static PackPattern? Read(NodeReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
        {
            return null;
        }
        try
        {
            return new(scalar.Value);
        }
        catch (Exception e) when (e is RegexParseException or NotSupportedException)
        {
            reader.Problems.Add(scalar.Source, "'{0}' is not a regular expression that can be used (no look-around, no back-references): {1}", scalar.Value, e.Message);
            return null;
        }
    }
}
