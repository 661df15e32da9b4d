using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>Words of a C# enumeration as packs write them: <c>LocalGovernment</c> is <c>local-government</c>.</summary>
internal static partial class PackEnum<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words = Enum.GetValues<T>().ToDictionary(v => Kebab().Replace(v.ToString(), "-$1").ToLowerInvariant());

    public static T? Read(PackScalar scalar, PackProblems problems)
    {
        if (Words.TryGetValue(scalar.Value, out var value))
        {
            return value;
        }
        problems.Add(scalar.Source, "'{0}' is not a choice here: use one of {1}.", scalar.Value, string.Join(", ", Words.Keys));
        return null;
    }

    [GeneratedRegex("(?<!^)([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Kebab();
}
