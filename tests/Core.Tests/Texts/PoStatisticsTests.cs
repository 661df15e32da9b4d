using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

/// <summary>gettext's own tool is the judge, where it is installed.</summary>
public sealed class PoStatisticsTests
{
    private const string Header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";

    public static TheoryData<string> Files =>
    [
        Header,
        "msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"b\"\n",
        "#, fuzzy\n" + Header + "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\n#, fuzzy\nmsgid \"c\"\nmsgstr \"\"\n\nmsgid \"d\"\nmsgstr \"e\"\n",
        Header + "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"\"\nmsgstr[1] \"x\"\n\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"x\"\nmsgstr[1] \"\"\n",
        Header + "msgctxt \"c\"\nmsgid \"\"\nmsgstr \"x\"\n\nmsgctxt \"c\"\nmsgid \"a\"\nmsgstr \"x\"\n\n#~ msgid \"a\"\n#~ msgstr \"b\"\n",
        Header + "#,fuzzy c-format\nmsgid\"a\"\n\n\nmsgstr \"b\"\n\"c\" \"d\"\n\n#fuzzy\nmsgid \"b\" msgstr \"\\101\\x42\\342\\202\\254\"\n",
        Header + "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\n\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"b\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\n",
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n/0;\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n",
        (Header + "msgid \"a\"\nmsgstr \"b\"\n\n#, fuzzy\nmsgid \"c\"\nmsgstr \"d\"\n").Replace("\n", "\r\n", StringComparison.Ordinal),
        Header + string.Concat(Enumerable.Range(0, 300).Select(i => $"{(i % 3 == 0 ? "#, c-format, fuzzy\n" : "")}msgid \"text {i}\"\nmsgstr \"{(i % 5 == 0 ? "" : "ຂໍ້ຄວາມ")}\"\n\n")),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_figures_are_those_of_msgfmt(string text)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["a.po"], text);
        var counted = PoFile.LoadWithFaults(folder["a.po"]).Count();

        Assert.Equal(Gettext.Count(folder["a.po"]), (counted.Translated, counted.Fuzzy, counted.Untranslated));
    }

    [Fact]
    public void What_we_write_gettext_writes_too()
    {
        using var folder = new TestFolder();
        var text = Header + "# note\n#. for you\n#: a.cs:1\n#, c-format\nmsgctxt \"x\"\nmsgid \"\"\n\"first\\n\"\n\"second \\\"quoted\\\"\\tend\"\nmsgstr \"one line\\n\"\n\n#~ msgid \"old\"\n#~ msgstr \"ເກົ່າ\"\n";
        File.WriteAllText(folder["a.po"], PoFile.Parse(text).ToString());

        Assert.Equal(Gettext.Run("msgcat", "--no-wrap", folder["a.po"]), File.ReadAllText(folder["a.po"]));
    }
}
