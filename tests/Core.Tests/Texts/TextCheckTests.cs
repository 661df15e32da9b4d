using Platform.Core.Texts;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

public sealed class TextCheckTests : IDisposable
{
    private const string Header = "msgid \"\"\nmsgstr \"Language: mn\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_mistakes_of_all_files_are_named_at_once_with_file_and_line()
    {
        Write("mn/glossary.yaml", "office: [алба]\n");
        Write("mn/a.po", Header + "msgid \"{0} of {1}\"\nmsgstr \"{0} {2}\"\n\nmsgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"{0} өдөр\"\n\n#. max 5 characters\nmsgid \"Menu\"\nmsgstr \"Цэсүүд\"\n\nmsgid \"Office\"\nmsgstr \"Контор\"\n");
        Write("mn/b.po", "msgid \"a\"\nmsgstr b\n");
        Write("mn/c.po", Header.Replace("Language: mn", "Language: ru", StringComparison.Ordinal) + "msgid \"line\\n\"\nmsgstr \"мөр\"\n");

        var found = TextCheck.Folder(folder["mn"], "locales/mn");

        Assert.Equal(
            [
                "locales/mn/a.po:7: The header promises 2 plural forms, here are 1: write msgstr[0] to msgstr[1], or correct Plural-Forms in the header.",
                "locales/mn/a.po:4: The translation of '{0} of {1}' has lost {1}: write it where the value is to stand.",
                "locales/mn/a.po:4: The translation of '{0} of {1}' has {2}, for which there is no value: take it out, or correct its number.",
                "locales/mn/a.po:12: The translation of 'Menu' has 6 characters, there is room for 5: say it shorter.",
                "locales/mn/b.po:2: A text stands between double quotes: write one before it and one behind it.",
                "locales/mn/c.po:1: The header says that this is 'ru', the file stands for 'mn': correct the line Language.",
                "locales/mn/c.po:4: The translation of 'line\n' must begin and end with a new line where its text does, and only there.",
            ],
            found.Problems.Select(p => p.ToString()));
        Assert.Equal(["locales/mn/a.po:15: 'office' is called 'алба', the translation of 'Office' says it otherwise."], found.Warnings.Select(p => p.ToString()));
    }

    [Fact]
    public void What_only_begins_with_a_similar_text_is_not_judged()
    {
        Write("mn/a.po", Header + "#, fuzzy\n#| msgid \"Pay {0}\"\nmsgid \"Pay\"\nmsgstr \"{0} төлөх\"\n");

        Assert.Empty(TextCheck.Folder(folder["mn"], "mn").Problems);
    }

    [Fact]
    public void A_glossary_that_cannot_be_read_is_a_mistake()
    {
        Write("mn/glossary.yaml", "office\n");
        Write("mn/a.po", Header);

        Assert.Equal("mn/glossary.yaml", Assert.Single(TextCheck.Folder(folder["mn"], "mn").Problems).File);
    }

    [Fact]
    public void Letters_with_their_marks_count_as_one()
    {
        Write("lo/a.po", "#. max 4 characters\nmsgid \"Menu\"\nmsgstr \"ເມນູ\"\n");

        Assert.Empty(TextCheck.Folder(folder["lo"], "lo").Problems);
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], text);
    }
}
