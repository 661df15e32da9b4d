using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("plain words, with a comma")]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("no")]
    [InlineData("06")]
    [InlineData("- no list")]
    [InlineData("key: value")]
    [InlineData("a #comment")]
    [InlineData("x = \"rented\" and y > 3")]
    [InlineData("it's \"both\" \\ quotes")]
    [InlineData("one line\nand another\n\nand a third")]
    [InlineData("ends with a space \nin a line")]
    [InlineData("  begins with spaces\nand goes on")]
    [InlineData("ends with a line end\n")]
    [InlineData("a tab\tand a bell\u0007")]
    [InlineData("ສະບາຍດີ")]
    [InlineData("Баян-Өлгий, 2026")]
    [InlineData("a face \U0001F600")]
    [InlineData("a line\u2028separator and a next\u0085line")]
    [InlineData("{flow}")]
    [InlineData("*alias")]
    [InlineData("2026-01-31")]
    public void A_value_comes_back_as_it_was_wherever_it_stands(string value)
    {
        var scalar = new PackScalar(value, default, quoted: true);
        PackNode tree = Map(("block", scalar), ("list", new PackList([scalar, Word("b")], default)), ("items", new PackList([Map(("id", Word("a")), ("label", scalar))], default)));

        Assert.Equal(Flat(tree), Flat(Read(YamlWriter.Write(tree))));
    }

    [Fact]
    public void Short_things_stand_on_one_line_and_only_what_must_is_quoted()
    {
        var tree = Map(
            ("id", Word("library-card")), ("audience", new PackList([Word("citizen"), Word("business")], default)),
            ("options", new PackList([Map(("id", Word("yes_please")), ("label", Word("Yes, please")), ("when", Word("x = \"a\"")))], default)), ("area", Word("06")),
            ("description", Word("One.\n\nTwo: three.")));

        Assert.Equal(
            """
            id: library-card
            audience: [citizen, business]
            options:
              - {id: yes_please, label: 'Yes, please', when: 'x = "a"'}
            area: "06"
            description: |-
              One.

              Two: three.

            """, YamlWriter.Write(tree));
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public void Every_definition_of_the_shipped_packs_is_the_same_when_it_is_written_and_read(string pack)
    {
        var files = Directory.GetFiles(Path.Combine(TestFolder.RepositoryRoot, "templates/packs", pack), "*.yaml", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var tree = Read(File.ReadAllText(file));
            var written = YamlWriter.Write(tree);
            Assert.Equal(Flat(tree), Flat(Read(written)));
            Assert.Equal(written, YamlWriter.Write(Read(written)));
        });
    }

    private static PackNode Read(string text)
    {
        var problems = new PackProblems();
        var node = YamlFile.Parse("pack", "x.yaml", text, problems);
        Assert.Empty(problems.Errors);
        return node!;
    }

    private static PackMap Map(params (string Key, PackNode Value)[] entries) => new([.. entries.Select(e => new PackEntry(e.Key, default, e.Value))], default);

    private static PackScalar Word(string value) => new(value, default);

    private static string Flat(PackNode node) => node switch
    {
        PackMap map => $"{{{string.Join('|', map.Entries.Select(e => $"{e.Key}={Flat(e.Value)}"))}}}",
        PackList list => $"[{string.Join('|', list.Items.Select(Flat))}]",
        _ => $"<{((PackScalar)node).Value}>{((PackScalar)node).IsEmpty}",
    };
}
