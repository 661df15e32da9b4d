using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Core.Tests.Texts;

public sealed class GlossaryTests
{
    private static readonly Glossary Words = Glossary.Parse("number: [дугаар]\nidentity number: [регистр]\noffice: [алба, газар]\n", "glossary.yaml");

    [Theory]
    [InlineData("Go to the office", "Албанд очно уу", null)]
    [InlineData("Go to the Offices", "Газарт очно уу", null)]
    [InlineData("Go to the office", "Цонхонд очно уу", "'office' is called 'алба' or 'газар'")]
    [InlineData("Official", "Ажилтан", null)]
    [InlineData("Identity number", "Регистр", null)]
    [InlineData("Identity number", "Дугаар", "'identity number' is called 'регистр'")]
    [InlineData("Identity number and number of the house", "Регистр, байр", "'number' is called 'дугаар'")]
    public void A_translation_calls_a_thing_as_the_glossary_does(string text, string wording, string? warning)
    {
        var file = PoFile.Parse($"msgid \"{text}\"\nmsgstr \"{wording}\"\n");

        Assert.Equal(warning is null ? [] : [(1, true)], Words.Check(file, "mn/a.po").Select(w => (w.Line, w.Message.StartsWith(warning!, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_pack_s_own_words_win_over_the_platform_s()
    {
        var own = Words.With(Glossary.Parse("office: [контор]\n", "glossary.yaml"));

        Assert.Empty(own.Check(PoFile.Parse("msgid \"Office\"\nmsgstr \"Контор\"\n"), "a.po"));
        Assert.Single(own.Check(PoFile.Parse("msgid \"Office\"\nmsgstr \"Алба\"\n"), "a.po"));
    }

    [Theory]
    [InlineData("office: алба", 1, "Write a term and its words")]
    [InlineData("a: [b]\noffice: []", 2, "Write a term and its words")]
    [InlineData("- office", 1, "one map")]
    [InlineData("office: [a]\nOffice: [b]", 2, "stands here twice")]
    [InlineData("office: [a", 1, "not valid YAML")]
    public void A_mistake_is_named_with_its_line(string yaml, int line, string message)
    {
        var error = Assert.Throws<PoException>(() => Glossary.Parse(yaml, "glossary.yaml")).Errors[0];

        Assert.Equal(("glossary.yaml", true), (error.File, error.Line >= line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
