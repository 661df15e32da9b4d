using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Core.Texts.Xliff;

namespace Platform.Core.Tests.Texts;

public sealed class XliffTests
{
    private static readonly TextReview Review = new("B. Oyuun", new(2026, 11, 29));

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        foreach (var seed in Enumerable.Range(0, 250))
        {
            var made = new GeneratedPo(seed);
            var template = made.Template();
            var file = made.Translations(template).To(template);

            var read = Read(Written(file));

            Assert.Equal(("mn", "cases"), (read.Language, read.Files[0].Name));
            Assert.Equal(file.ToString(), read.Files[0].File.ToString());
        }
    }

    [Fact]
    public void A_unit_says_context_place_length_and_state_in_XLIFF_s_words()
    {
        var text = Written(PoFile.Parse("msgid \"\"\nmsgstr \"Language: mn\\n\"\n\n# warm\n#. max 40 characters\n#: a.cs\n#, fuzzy\nmsgctxt \"menu\"\nmsgid \"Hello {0}\"\nmsgstr \"Сайн уу {0}\"\n"));

        Assert.Contains("xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"", text, StringComparison.Ordinal);
        Assert.Contains("slr:sizeRestriction=\"40\"", text, StringComparison.Ordinal);
        Assert.Contains("state=\"initial\" subState=\"gettext:fuzzy\"", text, StringComparison.Ordinal);
        Assert.Contains("<source xml:space=\"preserve\">Hello <ph id=\"p1\" equiv=\"{0}\" disp=\"{0}\" /></source>", text, StringComparison.Ordinal);
        Assert.All(["context\">menu", "location\">a.cs", "developer\">max 40 characters", "translator\">warm"], note => Assert.Contains($"<note category=\"{note}</note>", text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_translator_s_tool_calls_reviewed_bears_the_reviewer_s_name()
    {
        var text = Written(PoFile.Parse("#, fuzzy\n#| msgid \"Go\"\nmsgid \"Stop\"\nmsgstr \"Зогс\"\n")).Replace("state=\"initial\" subState=\"gettext:fuzzy\"", "state=\"reviewed\"", StringComparison.Ordinal);

        var entry = Read(text).Files[0].File.Entries[^1];

        Assert.Equal((TextState.Reviewed, Review, null), (entry.State, entry.Review, entry.Previous));
    }

    [Fact]
    public void Who_changes_a_reviewed_text_takes_the_review_away()
    {
        var text = Written(PoFile.Parse("# reviewed: Keo 2026-01-31\nmsgid \"Stop\"\nmsgstr \"Зогс\"\n")).Replace("state=\"reviewed\"", "state=\"translated\"", StringComparison.Ordinal);

        Assert.Equal((TextState.Translated, null), (Read(text).Files[0].File.Entries[^1].State, Read(text).Files[0].File.Entries[^1].Review));
    }

    [Theory]
    [InlineData("<a/>", "xliff of urn:oasis")]
    [InlineData("<xliff", "not XLIFF 2")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/passwd\">]><x>&e;</x>", "not XLIFF 2")]
    public void What_is_no_XLIFF_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<PoException>(() => Read(text)).Errors[0].Message, StringComparison.Ordinal);

    private static string Written(PoFile file)
    {
        using var stream = new MemoryStream();
        XliffWriter.Write(stream, "en", "mn", [("cases", file)]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static XliffDocument Read(string text) => new XliffReader(Review).Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "mn.xlf");
}
