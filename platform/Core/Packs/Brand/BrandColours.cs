using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>The colour tokens of a brand, and the pairs that must be legible on each other.</summary>
internal static partial class BrandColours
{
    /// <summary>Contrast that WCAG 2.2 AA (1.4.3) asks of normal text.</summary>
    private const double LeastContrast = 4.5;

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["brand"] = "#1d4f73",
        ["on-brand"] = "#ffffff",
        ["accent"] = "#1d6f42",
        ["on-accent"] = "#ffffff",
        ["surface"] = "#ffffff",
        ["surface-raised"] = "#f5f6f7",
        ["text"] = "#16191d",
        ["muted"] = "#4d5761",
        ["link"] = "#1a5a8a",
        ["border"] = "#b3bac2",
        ["focus"] = "#ffdd00",
        ["success"] = "#1d6f42",
        ["warning"] = "#8a5a00",
        ["error"] = "#b3261e",
    };

    private static readonly (string Text, string Ground)[] Pairs =
    [
        ("on-brand", "brand"), ("on-accent", "accent"),
        .. from text in new[] { "text", "muted", "link", "success", "error" }
           from ground in new[] { "surface", "surface-raised" }
           select (text, ground),
    ];

    public static IReadOnlyDictionary<string, string> Read(NodeReader reader)
    {
        var own = Defaults.Keys.Where(reader.Has).ToList();
        var colours = Defaults.ToDictionary(d => d.Key, d => own.Contains(d.Key) ? Colour(reader, d.Key, d.Value) : d.Value, StringComparer.Ordinal);
        ReportContrast(reader, colours, own);
        return colours;
    }

    public static IReadOnlyDictionary<string, string> Plain => Defaults;

    /// <summary>Contrast by WCAG 2.2, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string Colour(NodeReader reader, string token, string absent)
    {
        var colour = reader.Optional(token) ?? absent;
        if (Hex().IsMatch(colour))
        {
            return colour.ToLowerInvariant();
        }
        reader.Problems.Add(reader.At(token), "'{0}' is not a colour: write '#' and six hexadecimal digits, in quotes, for example \"#1d4f73\".", colour);
        return absent;
    }

    // One colour that is wrong fails on several others: it is named once, beside the worst of them.
    private static void ReportContrast(NodeReader reader, Dictionary<string, string> colours, List<string> own)
    {
        var unreadable = own.Where(t => !Hex().IsMatch(reader.Optional(t) ?? "")).ToList();
        var failing = Pairs.Where(p => own.Contains(p.Text) || own.Contains(p.Ground))
            .Where(p => !unreadable.Contains(p.Text) && !unreadable.Contains(p.Ground) && Contrast(colours[p.Text], colours[p.Ground]) < LeastContrast).ToList();
        while (failing.Count > 0)
        {
            var token = failing.SelectMany(p => new[] { p.Text, p.Ground }).Where(own.Contains).GroupBy(t => t).MaxBy(g => g.Count())!.Key;
            var mine = failing.Where(p => p.Text == token || p.Ground == token).ToList();
            var (text, ground) = mine.MinBy(p => Contrast(colours[p.Text], colours[p.Ground]));
            reader.Problems.Add(reader.At(token), "'{0}' on '{1}' has a contrast of {2}:1, but WCAG AA asks for {3}:1: make one darker or the other lighter.",
                text, ground, Written(Math.Floor(Contrast(colours[text], colours[ground]) * 10) / 10), Written(LeastContrast));
            failing.RemoveAll(mine.Contains);
        }
    }

    private static string Written(double contrast) => contrast.ToString("0.0", CultureInfo.InvariantCulture);

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
