using System.Text.RegularExpressions;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A part of a person's name, asked in this order.</summary>
public sealed record NamePart(string Id, PackText Label, bool Required, PackText? Hint);

/// <summary>How people are named here: one part or many.</summary>
/// <param name="Parts">At least one.</param>
/// <param name="Display">How parts are put together, for example <c>{given} {family}</c>.</param>
public sealed partial record PersonNames(IReadOnlyList<NamePart> Parts, string Display)
{
    /// <summary>The whole name from its parts by id; absent parts and the spaces around them fall away.</summary>
    public string Show(IReadOnlyDictionary<string, string> parts)
    {
        var shown = Parts.Aggregate(Display, (text, p) => text.Replace($"{{{p.Id}}}", parts.GetValueOrDefault(p.Id, ""), StringComparison.Ordinal));
        return string.Join(' ', shown.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    internal static PersonNames Read(NodeReader pack)
    {
        var parts = pack.List("names", r => new NamePart(r.Id(), r.Text("label"), r.Flag("required"), r.OptionalText("hint")));
        if (parts.Count == 0)
        {
            pack.Missing(["names"], "'names' is missing: list at least one part of a person's name.");
        }
        return new(parts, DisplayOf(pack, parts));
    }

    private static string DisplayOf(NodeReader pack, IReadOnlyList<NamePart> parts)
    {
        var display = pack.Scalar("name-display");
        var unknown = display is null ? null : Placeholder().Matches(display.Value).Select(m => m.Groups[1].Value).FirstOrDefault(name => parts.All(p => p.Id != name));
        if (unknown is not null)
        {
            pack.Problems.Add(display!.Source, "'{0}' is no part of a name: use one of {1}.", unknown, string.Join(", ", parts.Select(p => $"{{{p.Id}}}")));
        }
        return display?.Value ?? string.Join(' ', parts.Select(p => $"{{{p.Id}}}"));
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
