using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A part of a person's name, asked in this order.</summary>
public sealed record NamePart(string Id, PackText Label, bool Required, PackText? Hint);

/// <summary>How people are named here: one part or many.</summary>
/// <param name="Parts">At least one.</param>
/// <param name="Display">How parts are put together, for example <c>{given} {family}</c>.</param>
public sealed record PersonNames(IReadOnlyList<NamePart> Parts, string Display)
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
            pack.Problems.Add(pack.At("names"), "'names' is missing: list at least one part of a person's name.");
        }
        return new(parts, pack.Optional("name-display") ?? string.Join(' ', parts.Select(p => $"{{{p.Id}}}")));
    }
}
