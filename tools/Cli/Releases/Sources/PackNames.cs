using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Sources;

/// <summary>
/// Where a text names packs that stay behind. Whole names only: no letter or digit beside, no option of a command, and no part of another pack's longer
/// name. What selects the sources, rewrites and screens them goes by this, so that what one of them passes over none of the others finds.
/// </summary>
internal sealed partial class PackNames
{
    private const string Stranger = "stranger";

    private readonly IReadOnlyList<string> strangers;
    private readonly Regex names;

    /// <param name="own">Of the packs that go along.</param>
    /// <param name="strangers">Of those that stay.</param>
    public PackNames(IEnumerable<string> own, IEnumerable<string> strangers)
    {
        this.strangers = [.. strangers];
        var all = own.Select(name => (Name: name, Form: Regex.Escape(name))).Concat(this.strangers.Select(name => (Name: name, Form: $"(?<{Stranger}>{Regex.Escape(name)})")));
        names = new($@"(?<![\p{{L}}\p{{N}}]|--)(?:{string.Join('|', all.OrderByDescending(n => n.Name.Length).Select(n => n.Form))})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    public IEnumerable<string> In(string text) => names.Matches(text).Where(m => m.Groups[Stranger].Success).Select(m => m.Value);

    /// <summary>Puts another name in their place.</summary>
    public string Replace(string text, string name) => names.Replace(text, m => m.Groups[Stranger].Success ? name : m.Value);

    /// <summary>The same in a file of C#, where names are comments and strings only; anywhere else they are something that is called alike.</summary>
    public string ReplaceInCode(string code, string name) => Text().Replace(code, m => Replace(m.Value, name));

    /// <summary>A pack that is called as the platform calls something of its own could be told from it nowhere.</summary>
    /// <exception cref="ReleaseBuildException">One is.</exception>
    public void DemandApart(SourceFiles sources)
    {
        foreach (var path in sources.Paths.Where(p => p.StartsWith("platform/", StringComparison.Ordinal) && p.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var code = Place().Replace(Text().Replace(File.ReadAllText(sources.FileOf(path)), m => m.Value[0] == '/' ? "" : m.Value), "");
            if (In(code).FirstOrDefault() is { } name)
            {
                throw new ReleaseBuildException($"The pack {strangers.First(s => s.Equals(name, StringComparison.OrdinalIgnoreCase))} beside this one has the name of something in the platform ({path}), so nobody could tell which of the two the sources speak of. Give it another name, or keep it elsewhere while this release is made.");
            }
        }
    }

    // Comments, raw strings, verbatim ones, plain ones, characters.
    [GeneratedRegex(""" //[^\n]*|/\*[\s\S]*?\*/|(?<marks>"{3,})[\s\S]*?\k<marks>"*|@\$?"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+' """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Text();

    [GeneratedRegex(@"packs/[a-z0-9-]+")]
    private static partial Regex Place();
}
