using Platform.Cli.Texts;
using Platform.Core.Tests.Texts;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Cli.Tests.Texts;

public sealed class PluralFormsTests : IDisposable
{
    private const int Numbers = 300;
    private const string Template = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n\"\n\nmsgid \"a\"\nmsgstr \"\"\n";

    private readonly TestFolder folder = new();

    public static TheoryData<string> Languages => [.. PluralForms.Languages, "de", "en", "mn", "kk", "pt"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_form_of_a_language_is_taken_by_some_number(string language)
    {
        var rule = PluralRule.Parse(PluralForms.Of(language));

        Assert.Equal(Enumerable.Range(0, rule.Forms), Enumerable.Range(0, Numbers).Select(n => rule.FormOf(n)).Distinct().Order());
    }

    [Fact]
    public void What_gettext_knows_is_as_it_says()
    {
        File.WriteAllText(folder["a.pot"], Template);
        var known = PluralForms.Languages.Select(language => (Language: language, Theirs: Theirs(language))).Where(l => l.Theirs is not null).ToList();

        Assert.True(known.Count >= 15, $"gettext knows only {string.Join(' ', known.Select(l => l.Language))}");
        Assert.All(known, l => Assert.Equal(Forms(l.Theirs!), Forms(PluralRule.Parse(PluralForms.Of(l.Language)))));
    }

    [Theory]
    [InlineData("lo-LA", 1)]
    [InlineData("sr-Latn", 3)]
    [InlineData("pt-BR", 2)]
    [InlineData("xx", 2)]
    public void A_region_or_script_has_the_forms_of_its_language(string tag, int forms) => Assert.Equal(forms, PluralRule.Parse(PluralForms.Of(tag)).Forms);

    private PluralRule? Theirs(string language)
    {
        var file = PoFile.Parse(Gettext.Run("msginit", "--no-translator", "-l", language.Replace('-', '_'), "-i", folder["a.pot"], "-o", "-"));
        return file.Header.GetValueOrDefault("Plural-Forms")?.Contains("INTEGER", StringComparison.Ordinal) == false ? file.Rule : null;
    }

    private static List<int> Forms(PluralRule rule) => [.. Enumerable.Range(0, Numbers).Select(n => rule.FormOf(n))];
}
