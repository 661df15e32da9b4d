namespace Platform.Cli.Tests.Import.Services;

/// <summary>Every row is imported, merged or refused with a reason.</summary>
public sealed class RowTests : IDisposable
{
    private readonly SmallCatalogue catalogue = new();

    [Theory]
    [InlineData("../bodies.csv")]
    [InlineData("/etc/hostname")]
    public void What_lies_elsewhere_is_not_read(string from)
    {
        var map = catalogue.InFolder("map.yaml");
        File.WriteAllText(map, File.ReadAllText(map).Replace("from: bodies.csv", $"from: {from}", StringComparison.Ordinal));

        var (code, _, error) = catalogue.Import(SmallCatalogue.First);

        Assert.Equal((1, $"'from: {from}' in the mapping leads out of the folder of services.csv: put the file beside it, and write its name."), (code, error.TrimEnd()));
    }

    [Fact]
    public void Packs_that_stand_on_each_other_are_told()
    {
        catalogue.Import(SmallCatalogue.First);
        Directory.CreateDirectory(catalogue.InFolder("base"));
        File.WriteAllText(catalogue.InFolder("base/pack.yaml"), "name: base\nextends: small\n");
        catalogue.Edit("pack.yaml", "name: small\n", "name: small\nextends: base\n");

        var (code, _, error) = catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second);

        Assert.Equal((1, "The pack 'small' extends itself: take 'extends' out of one of small, base."), (code, error.TrimEnd()));
    }

    [Fact]
    public void A_row_becomes_a_service_as_people_write_it()
    {
        catalogue.Import(SmallCatalogue.First);

        Assert.Equal(
            """
            id: s-1
            organization: registry
            title: Library card
            summary: Library card
            audience: [citizen, business]
            valid-from: 2026-02-01
            deadline: 3 working days
            channels: [online, counter]

            """, catalogue["services/s-1.yaml"]);
        Assert.Contains("msgctxt \"service/s-1#title\"\nmsgid \"Library card\"\nmsgstr \"Carte de bibliothèque\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.EndsWith("0 problems, 0 warnings\n", Egov.Run("check", catalogue.Pack).Output, StringComparison.Ordinal);
        Assert.Equal("# Sources\n\n- Invented for a test\n", catalogue["SOURCES.md"]);
    }

    [Fact]
    public void Words_of_the_source_become_those_of_packs()
    {
        catalogue.Import(SmallCatalogue.Second);

        Assert.Contains("deadline: 10 days\nchannels: [post]\n", catalogue["services/s-2.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,Registry,open,,Carte,C,Y,1,3 days,01.02.2026", "it has no title; it has no summary")]
    [InlineData("1,Circus,open,Card,Carte,C,Y,1,3 days,01.02.2026", "there is no organization 'circus'")]
    [InlineData("1,Registry,open,Card,Carte,C;X,Y,1,3 days,01.02.2026", "'X' in for is not among 'values'")]
    [InlineData("1,Registry,open,Card,Carte,C,Y,1,soon,01.02.2026", "'soon' in days is no duration")]
    [InlineData("1,Registry,open,Card,Carte,C,Y,1,3 days,31.02.2026", "'31.02.2026' in since is no date like dd.MM.yyyy; it has no valid-from")]
    [InlineData("1,Registry,closed,Card,Carte,C,Y,1,3 days,01.02.2026", "left out by the mapping: only rows where status is open or new")]
    [InlineData("ທີ,Registry,open,Card,Carte,C,Y,1,3 days,01.02.2026", "no id can be made of 'ທີ' (no)")]
    [InlineData("1,Registry,open,Card,Carte,C,Y,1,3 days,01.02.2026,more", "the row has 11 values, but there are 10 columns: quote values that hold the separator")]
    public void A_row_that_cannot_be_taken_is_refused_with_all_its_reasons(string row, string reason)
    {
        var import = catalogue.Import(SmallCatalogue.Second + row + "\n");

        Assert.Contains($": {reason}\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("services: 2 rows: 1 imported, 0 merged, 1 refused\n", import.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(catalogue.Pack, "services")));
    }

    [Fact]
    public void Rows_of_one_service_are_put_together_and_what_differs_is_told()
    {
        var import = catalogue.Import(
            "1,Registry,open,Library card,,C,Y,0,3 days,01.02.2026\n1,Registry,open,Library card,Carte de bibliothèque,B,N,4,5 days,01.02.2026\n", "--report", catalogue.InFolder("rows.csv"));

        Assert.Contains("services: 2 rows: 1 imported, 1 merged, 0 refused\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("audience: [citizen, business]\nvalid-from: 2026-02-01\ndeadline: 3 days\nchannels: [online, counter]\n", catalogue["services/s-1.yaml"], StringComparison.Ordinal);
        Assert.Contains("msgstr \"Carte de bibliothèque\"", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.Contains("service,services.csv:3,merged,s-1,\"joined with services.csv:2; not taken, because different there: deadline\"\r\n", File.ReadAllText(catalogue.InFolder("rows.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_things_that_would_get_one_id_are_not_put_together()
    {
        var import = catalogue.Import("a b,Registry,open,One,Un,C,Y,1,3 days,01.02.2026\na-b,Registry,open,Two,Deux,C,Y,1,3 days,01.02.2026\n");

        Assert.Contains("refused services.csv:3 (s-a-b): the id is taken by services.csv:2, which is something else: 'a b' there, 'a-b' here\n", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_translation_is_counted()
    {
        var import = catalogue.Import("1,Registry,open,Library card,,C,Y,1,3 days,01.02.2026\n");

        Assert.Contains("untranslated: 1 titles, 1 other texts\n", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_add_up_whatever_the_rows_are()
    {
        var import = catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second + SmallCatalogue.First + "3,Circus,open,A,B,C,Y,1,3 days,01.02.2026\n\n", "--report", catalogue.InFolder("rows.csv"));

        Assert.Contains("services: 4 rows: 2 imported, 1 merged, 1 refused\n", import.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 1 + 4, File.ReadLines(catalogue.InFolder("rows.csv")).Count());
    }

    [Theory]
    [InlineData("no;body;status", "services.csv has no column 'title_en', 'title_fr', 'for', 'since', 'days', 'online', 'visits', which the mapping names; it has: no, body, status.")]
    public void A_column_that_is_not_there_is_told_before_anything_is_written(string header, string message)
    {
        File.WriteAllText(catalogue.InFolder("services.csv"), $"{header}\n1;2;3\n");
        var import = catalogue.ImportFile("services.csv");

        Assert.Equal((1, message + "\n"), (import.Code, import.Error));
        Assert.False(Directory.Exists(catalogue.Pack));
    }

    public void Dispose() => catalogue.Dispose();
}
