using System.Text.RegularExpressions;
using Platform.Core.Texts;

namespace Platform.Conventions.Tests;

/// <summary>Code says texts only in ways that the scanner of texts finds; what it does not find is never translated.</summary>
public sealed partial class TextUseTests
{
    private static readonly string[] Places = ["platform/Web", "platform/Modules"];

    /// <summary>Makers' names of programs, the same in every language.</summary>
    private static readonly string[] Names = ["Samsung Internet", "Mac OS X"];

    /// <summary>What else than a text may stand in a localizer's brackets; their texts are found where they are written.</summary>
    private static readonly string[] Carriers = ["rule.Text", "known.Text", "entry.Title", "fact.Purpose"];

    [Fact]
    public void A_localizer_has_one_of_the_names_that_the_scanner_knows() =>
        Found.Nothing(
            from file in Code(".cs", ".cshtml")
            from Match declared in Declared().Matches(file.Source)
            let name = declared.Groups[1].Value
            where name != "Create" && !TextScanner.Find($"{name}[\"Text\"]", "").Any()
            select $"{file.Name}: {name}");

    [Fact]
    public void A_text_is_one_literal_or_comes_from_a_place_that_the_scanner_knows() =>
        Found.Nothing(
            from file in Code(".cs", ".cshtml")
            from use in Chosen(file.Source)
            where !Carriers.Contains(use)
            select $"{file.Name}: {use}");

    [Fact]
    public void Sentences_stand_where_the_scanner_finds_them() =>
        Found.Nothing(
            from file in Code(".cs")
                // The schemas of an export are read by those who build what comes after the platform.
            where !file.Name.EndsWith("Export.cs", StringComparison.Ordinal)
            from sentence in Forgotten(file.Source)
            where !Names.Contains(sentence)
            select $"{file.Name}: {sentence}");

    [Theory]
    [InlineData("x = t[\"Save\"];", null)]
    [InlineData("x = t[\n    \"{0}: {1}\", a, b];", null)]
    [InlineData("x = t[rule.Text, args];", "rule.Text")]
    [InlineData("x = t[\"Save \" + what];", "\"Save \" + what")]
    [InlineData("x = t[$\"Save {what}\"];", "$\"Save {what}\"")]
    [InlineData("x = list[i];", null)]
    public void A_text_put_together_is_found(string source, string? use) => Assert.Equal(use, Chosen(source).SingleOrDefault());

    [Theory]
    [InlineData("Errors = [new(null, \"Enter your name\")];", "Enter your name")]
    [InlineData("[Required(ErrorMessage = \"Enter your name\")]", "Enter your name")]
    [InlineData("[Display(Name = \"Given name\")]", "Given name")]
    [InlineData("Errors = [new(null, t[\"Enter your name\"])];", null)]
    [InlineData("throw new RuleException(\"Not today.\");", null)]
    [InlineData("throw new ArgumentException(\"Not today.\");", null)]
    [InlineData("var row = Find(\"Name\");", null)]
    public void A_sentence_outside_is_found(string source, string? sentence) => Assert.Equal(sentence, Forgotten(source).SingleOrDefault());

    private static IEnumerable<string> Chosen(string source) =>
        from Match use in Indexed().Matches(source)
        let index = use.Groups[1].Value.Trim()
        where !Literal().IsMatch(index)
        select index.Split(',')[0];

    // A sentence belongs to what stands before it in its statement.
    private static IEnumerable<string> Forgotten(string source) =>
        from Match sentence in Sentence().Matches(source)
        let start = source.LastIndexOf(';', sentence.Index) + 1
        where !ForPrograms().IsMatch(source[start..sentence.Index])
        where !TextScanner.Find(source[start..(sentence.Index + sentence.Length)], "").Any(e => e.Id == Regex.Unescape(sentence.Groups[1].Value) || e.PluralId == sentence.Groups[1].Value)
        select sentence.Groups[1].Value;

    private static IEnumerable<(string Name, string Source)> Code(params string[] endings) =>
        from place in Places
        from file in SourceTree.Files(place, endings)
        where !file.Contains("/Dev/", StringComparison.Ordinal)
        select (SourceTree.Relative(file), Comment().Replace(File.ReadAllText(file), ""));

    [GeneratedRegex(@"^\s*//.*$|@\*[\s\S]*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bIStringLocalizer(?:<\w+>)? (\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(?:[Tt]|[Tt]exts|localizer)\[((?:[^\[\]""]|""(?:[^""\\]|\\.)*""|\[[^\]]*\])*)\]")]
    private static partial Regex Indexed();

    [GeneratedRegex(@"^""(?:[^""\\]|\\.)*""\s*(?:,|$)")]
    private static partial Regex Literal();

    // A capital, then more than one word.
    [GeneratedRegex(@"(?<![\w\\])""([A-Z][a-z]+,? (?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Sentence();

    // Exceptions, the log, mistakes in packs and settings, and the description of the API are read by those who run or build the platform.
    [GeneratedRegex(@"(?<!Rule)Exception\(|\b[Ll]og(?:ger)?\.Log|\bproblems\.|\bProblems\.|\breader\.Missing\(|\.WithSummary\($|\bPurpose =>|\bLooks = ")]
    private static partial Regex ForPrograms();
}
