using System.Text.RegularExpressions;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>
/// Finds the texts of code in C# and Razor files: <c>T["..."]</c>, <c>T.Plural(n, "...", "...")</c>, <c>T.Context("...", "...")</c>,
/// and those that are translated only where they are shown: titles of menus, refusals by a rule, events of a case, purposes of facts.
/// </summary>
public static partial class TextScanner
{
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    /// <summary>The entries of a <c>.pot</c>, in the order of the files' names, each text once with every file it stands in.</summary>
    /// <param name="folder">Searched with all folders below, except built ones.</param>
    /// <param name="root">References are relative to it.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PoFile Scan(string folder, string root)
    {
        var found = Sources(folder).SelectMany(path => Find(File.ReadAllText(path), Path.GetRelativePath(root, path).Replace('\\', '/')));
        return new([Header, .. found.GroupBy(entry => (entry.Context, entry.Id)).Select(Join)]);
    }

    /// <summary>The texts of one file.</summary>
    /// <param name="file">Name for references.</param>
    public static IEnumerable<PoEntry> Find(string source, string file)
    {
        foreach (var match in Uses().Matches(source).Where(match => !IsComment(source, match.Index)))
        {
            var texts = match.Groups["text"].Captures.Select(text => Literal(text.Value)).ToList();
            var line = 1 + source.AsSpan(0, match.Index).Count('\n');
            yield return match.Groups["verb"].Value switch
            {
                "Context" => Entry(texts[0], texts[1], null),
                "Plural" => Entry(null, texts[0], texts[1]),
                _ => Entry(null, texts[0], null),
            } with
            {
                Extracted = [.. TextSurroundings.Of(source, match.Index, match.Value)],
                References = [$"{file}:{line}"],
                Line = line,
            };
        }
    }

    private static PoEntry Header => new()
    {
        Id = "",
        Strings = ["Project-Id-Version: Platform\nLanguage: \nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"],
    };

    private static PoEntry Entry(string? context, string id, string? plural) => new()
    {
        Flags = PoPlaceholders.Has(plural ?? id) ? [PoFlags.Format] : [],
        Context = context,
        Id = id,
        PluralId = plural,
        Strings = plural is null ? [""] : ["", ""],
    };

    // Lines would change the template with every edit of the code, so it names files.
    private static PoEntry Join(IEnumerable<PoEntry> same) =>
        (same.FirstOrDefault(entry => entry.PluralId is not null) ?? same.First()) with
        {
            Extracted = [.. same.SelectMany(entry => entry.Extracted).Distinct()],
            References = [.. same.Select(entry => entry.References[0][..entry.References[0].LastIndexOf(':')]).Distinct()],
        };

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(path => !Path.GetRelativePath(folder, path).Split('/', '\\').Any(Built.Contains))
            .Order(StringComparer.Ordinal);

    private static bool IsComment(string source, int at) =>
        source.AsSpan(source.LastIndexOf('\n', at) + 1).TrimStart(' ').StartsWith("//", StringComparison.Ordinal);

    private static string Literal(string quoted) => Regex.Unescape(quoted[1..^1]);

    // The names that a localizer may have; Core's own texts name the language first.
    [GeneratedRegex("""
        \b(?:[Tt]|[Tt]exts|localizer)(?:
            \[\s*(?<text>"(?:[^"\\\n]|\\.)*")
          | \.(?<verb>Context)\((?:[\w.]+,\s*)?(?<text>"(?:[^"\\\n]|\\.)*"),\s*(?<text>"(?:[^"\\\n]|\\.)*")
          | \.(?<verb>Plural)\((?:[^"();]|\([^()]*\))*?(?<text>"(?:[^"\\\n]|\\.)*"),\s*(?<text>"(?:[^"\\\n]|\\.)*")
          | \.(?:Get|Find)\((?:[\w.]+,\s*)?(?<text>"(?:[^"\\\n]|\\.)*")
        )
        | (?:\.Menu\(|\bnew\sCaseEventText\()[\w.]+,\s*(?<text>"(?:[^"\\\n]|\\.)*")
        | \bstring\sPurpose\s=>\s(?<text>"(?:[^"\\\n]|\\.)*")
        | \bRuleException\(\s*(?<text>"(?:[^"\\\n]|\\.)*")
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Uses();
}
