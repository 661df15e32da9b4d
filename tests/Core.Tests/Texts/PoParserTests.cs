using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Core.Tests.Texts;

public sealed class PoParserTests
{
    private const string Whole = """
        # Lao, for example
        msgid ""
        msgstr ""
        "Language: lo\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Plural-Forms: nplurals=1; plural=0;\n"

        # a hint
        # reviewed: Keo Manivong 2026-03-01
        #. shown on the first page
        #: Pages/Home.cshtml:3
        #: Pages/Start.cshtml:9
        #, c-format, no-wrap
        #| msgctxt "old"
        #| msgid "Begin"
        msgctxt "button"
        msgid "Start now"
        msgstr "ເລີ່ມ"

        #, fuzzy
        msgid "{0} case"
        msgid_plural "{0} cases"
        msgstr[0] "{0} ເລື່ອງ"

        msgid ""
        "First line\n"
        "Say \"yes\"\tor \\ no"
        msgstr ""

        #~ msgctxt "gone"
        #~ msgid "Old"
        #~ msgstr "ເກົ່າ"

        """;

    private static readonly PoFile Parsed = PoFile.Parse(Whole);

    [Fact]
    public void An_entry_has_all_that_stands_above_it()
    {
        var entry = Parsed.Entries[1];

        Assert.Equal(["a hint", "reviewed: Keo Manivong 2026-03-01"], entry.Comments);
        Assert.Equal(["shown on the first page"], entry.Extracted);
        Assert.Equal(["Pages/Home.cshtml:3", "Pages/Start.cshtml:9"], entry.References);
        Assert.Equal(["c-format", "no-wrap"], entry.Flags);
        Assert.Equal(new PoPrevious("old", "Begin", null), entry.Previous);
        Assert.Equal(("button", "Start now", "ເລີ່ມ"), (entry.Context, entry.Id, entry.Strings[0]));
        Assert.Equal(17, entry.Line);
    }

    [Fact]
    public void A_review_is_a_comment_with_a_name_and_a_date()
    {
        Assert.Equal(new TextReview("Keo Manivong", new(2026, 3, 1)), Parsed.Entries[1].Review);
        Assert.Equal(TextState.Reviewed, Parsed.Entries[1].State);
        Assert.Equal(TextState.Draft, Parsed.Entries[2].State);
        Assert.Equal(TextState.Missing, Parsed.Entries[3].State);
    }

    [Fact]
    public void Lines_and_escapes_are_put_together() =>
        Assert.Equal("First line\nSay \"yes\"\tor \\ no", Parsed.Entries[3].Id);

    [Fact]
    public void An_obsolete_entry_is_kept_but_never_shown()
    {
        Assert.True(Parsed.Entries[4].Obsolete);
        Assert.DoesNotContain(Parsed.Translations, e => e.Id == "Old");
    }

    [Fact]
    public void What_is_written_is_what_was_read() => Assert.Equal(Whole, Parsed.ToString());

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"b", 2, "double quotes")]
    [InlineData("msgid \"a\"\nmsgstr \"b\\q\"", 2, "no escape")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"c\"", 2, "inside a text")]
    [InlineData("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"\"", 3, "cannot stand here")]
    [InlineData("msgstr \"b\"", 1, "cannot stand here")]
    [InlineData("\"b\"", 1, "needs a keyword")]
    [InlineData("msgid \"a\"\nmsgstr[0] \"b\"", 2, "needs a msgid_plural")]
    [InlineData("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"b\"", 3, "comes msgstr[0]")]
    [InlineData("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr \"b\"", 3, "cannot stand here")]
    [InlineData("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"", 1, "promises 2 plural forms, here are 1")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", 4, "already on line 1")]
    [InlineData("msgid \"a\"\n", 1, "no msgstr")]
    [InlineData("msgctxt \"a\"\n", 1, "no msgid")]
    [InlineData("msg \"a\"\n", 1, "'msg' cannot stand here")]
    [InlineData("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows-1251\\n\"", 1, "charset=UTF-8")]
    [InlineData("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n/0;\\n\"", 1, "divides by zero")]
    public void A_mistake_is_named_with_its_line(string text, int line, string message)
    {
        var error = Assert.Throws<PoException>(() => PoFile.Parse(text, "lo.po")).Errors[0];

        Assert.Equal(("lo.po", line), (error.File, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once() =>
        Assert.Equal([2, 5, 8], Assert.Throws<PoException>(() => PoFile.Parse("msgid \"a\"\nmsgstr \"\\q\"\n\nmsgid \"b\"\nmsgstr x\n\nmsgid \"c\"\nmsgstr \"\\z\"\n")).Errors.Select(e => e.Line));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_line()
    {
        byte[] bytes = [.. "msgid \"a\"\nmsgstr \""u8, 0xE0, 0xFF, .. "\"\n"u8];

        Assert.Equal(2, Assert.Throws<PoException>(() => PoFile.Parse(bytes, "lo.po")).Errors[0].Line);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal("b", PoFile.Parse([0xEF, 0xBB, 0xBF, .. "msgid \"a\"\nmsgstr \"b\"\n"u8], "lo.po").Entries[0].Strings[0]);
}
