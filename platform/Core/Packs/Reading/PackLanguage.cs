using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Language tags as packs write them.</summary>
internal static class PackLanguage
{
    public static string? Read(PackScalar? scalar, PackProblems problems)
    {
        if (scalar is null || LanguageTag.IsValid(scalar.Value))
        {
            return scalar?.Value;
        }
        problems.Add(scalar.Source, "'{0}' is not a language tag: write it as in BCP 47, for example en, kjg or mn-Mong.", scalar.Value);
        return null;
    }
}
