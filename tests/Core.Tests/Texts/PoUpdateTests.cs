using Platform.Core.Texts.Po;

namespace Platform.Core.Tests.Texts;

public sealed class PoUpdateTests
{
    private const string Template = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n\"\n\n#: b.cs\nmsgid \"Back\"\nmsgstr \"\"\n\n#: a.cs\nmsgid \"Save\"\nmsgstr \"\"\n\n#: a.cs\nmsgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
    private const string Header = "# Made by hand\nmsgid \"\"\nmsgstr \"Language: lo\\nPlural-Forms: nplurals=1; plural=0;\\n\"\n\n";

    [Fact]
    public void What_is_translated_stays_with_its_marks_and_takes_the_templates_order()
    {
        var updated = Update("#: old.cs\n#, fuzzy\nmsgid \"Save\"\nmsgstr \"ບັນທຶກ\"\n\n# reviewed: Keo 2026-05-01\nmsgid \"Back\"\nmsgstr \"ກັບຄືນ\"\n");

        Assert.Equal("# Made by hand", updated.ToString().Split('\n')[0]);
        Assert.Equal(["", "Back", "Save", "{0} day"], updated.Entries.Select(e => e.Id));
        Assert.Equal("Keo", updated.Entries[1].Review?.By);
        Assert.Equal((true, "ບັນທຶກ", "a.cs"), (updated.Entries[2].IsFuzzy, updated.Entries[2].Strings[0], Assert.Single(updated.Entries[2].References)));
    }

    [Fact]
    public void A_new_text_is_empty_in_each_form_of_the_language() => Assert.Equal([""], Update("").Entries[^1].Strings);

    [Fact]
    public void A_text_that_became_a_plural_keeps_its_wording_in_each_form()
    {
        var rules = Header.Replace("nplurals=1; plural=0", "nplurals=2; plural=(n != 1)", StringComparison.Ordinal);
        var updated = PoFile.Parse(rules + "msgid \"{0} day\"\nmsgstr \"{0} ວັນ\"\n").To(PoFile.Parse(Template));

        Assert.Equal(["{0} ວັນ", "{0} ວັນ"], updated.Entries[^1].Strings);
    }

    [Fact]
    public void What_is_gone_is_kept_as_obsolete_and_comes_back_with_its_text()
    {
        var updated = Update("msgid \"Gone\"\nmsgstr \"ໄປແລ້ວ\"\n\nmsgid \"Never written\"\nmsgstr \"\"\n");
        var back = updated.To(PoFile.Parse(Template + "\nmsgid \"Gone\"\nmsgstr \"\"\n"));

        Assert.Equal(("Gone", true), (updated.Entries[^1].Id, updated.Entries[^1].Obsolete));
        Assert.Equal(("ໄປແລ້ວ", false), (back.Entries[^1].Strings[0], back.Entries[^1].Obsolete));
    }

    [Fact]
    public void A_second_update_changes_nothing()
    {
        var once = Update("msgid \"Gone\"\nmsgstr \"ໄປແລ້ວ\"\n").ToString();

        Assert.Equal(once, PoFile.Parse(once).To(PoFile.Parse(Template)).ToString());
    }

    private static PoFile Update(string translations) => PoFile.Parse(Header + translations).To(PoFile.Parse(Template));
}
