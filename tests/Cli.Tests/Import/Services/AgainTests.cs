namespace Platform.Cli.Tests.Import.Services;

/// <summary>A second import takes what the source has changed, and leaves what people have.</summary>
public sealed class AgainTests : IDisposable
{
    private readonly SmallCatalogue catalogue = new();

    public AgainTests() => catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second);

    [Fact]
    public void What_the_source_has_changed_is_taken()
    {
        var import = catalogue.Import(SmallCatalogue.First.Replace("Library card", "Reader's card", StringComparison.Ordinal) + SmallCatalogue.Second);

        Assert.Contains("2 services: 1 changed, 1 the same\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("title: Reader's card\n", catalogue["services/s-1.yaml"], StringComparison.Ordinal);
        Assert.Contains("msgid \"Reader's card\"\nmsgstr \"Carte de bibliothèque\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_have_edited_stays()
    {
        catalogue.Edit("services/s-1.yaml", "deadline: 3 working days", "deadline: 5 working days");
        catalogue.Edit("locales/fr.po", "Licence de chien", "Permis de chien");
        catalogue.Edit("organizations.yaml", "name: The registry", "name: The registry, email: office@registry.example");
        var import = catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second);

        Assert.Contains("deadline: 5 working days", catalogue["services/s-1.yaml"], StringComparison.Ordinal);
        Assert.Contains("Permis de chien", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.Contains("office@registry.example", catalogue["organizations.yaml"], StringComparison.Ordinal);
        Assert.Contains("2 services: 1 the same, 1 edited here\n", import.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed: the pack stands as the source and the people who edit it have made it.\n", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_both_have_changed_stays_and_is_told_until_somebody_decides()
    {
        catalogue.Edit("services/s-1.yaml", "deadline: 3 working days", "deadline: 5 working days");
        var changed = SmallCatalogue.First.Replace("3 working days", "4 working days", StringComparison.Ordinal) + SmallCatalogue.Second;
        string[] told = [catalogue.Import(changed).Output, catalogue.Import(changed).Output];

        Assert.All(told, output => Assert.Contains("left services/s-1.yaml: changed here and in the source; --overwrite takes the source's\n", output, StringComparison.Ordinal));
        Assert.Contains("deadline: 5 working days", catalogue["services/s-1.yaml"], StringComparison.Ordinal);
        catalogue.Import(changed, "--overwrite");
        Assert.Contains("deadline: 4 working days", catalogue["services/s-1.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_translation_of_a_wording_that_people_have_changed_stays_theirs()
    {
        catalogue.Edit("services/s-1.yaml", "title: Library card", "title: Card");
        catalogue.Edit("locales/fr.po", "msgctxt \"service/s-1#title\"\nmsgid \"Library card\"\nmsgstr \"Carte de bibliothèque\"", "msgctxt \"service/s-1#title\"\nmsgid \"Card\"\nmsgstr \"Carte\"");
        catalogue.Import(SmallCatalogue.First.Replace("Carte de bibliothèque", "Carte de lecteur", StringComparison.Ordinal) + SmallCatalogue.Second);

        Assert.Contains("msgid \"Card\"\nmsgstr \"Carte\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.EndsWith("0 problems, 0 warnings\n", Egov.Run("check", catalogue.Pack).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_have_taken_out_stays_out()
    {
        File.Delete(Path.Combine(catalogue.Pack, "services/s-2.yaml"));
        var import = catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second);

        Assert.Contains("left services/s-2.yaml: it was taken out here\n", import.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(catalogue.Pack, "services/s-2.yaml")));
    }

    [Fact]
    public void A_service_of_other_origin_is_not_touched()
    {
        File.WriteAllText(Path.Combine(catalogue.Pack, "services/s-3.yaml"), "id: s-3\n");
        var import = catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second + "3,Registry,open,Third,Troisième,C,Y,1,3 days,01.02.2026\n");

        Assert.Contains("left services/s-3.yaml: it stands in the pack and did not come from this import\n", import.Output, StringComparison.Ordinal);
        Assert.Equal("id: s-3\n", catalogue["services/s-3.yaml"]);
    }

    [Fact]
    public void What_the_source_no_longer_has_is_told_and_left()
    {
        var import = catalogue.Import(SmallCatalogue.First);

        Assert.Contains("left services/s-2.yaml: the source no longer has it; delete the file if it is to go\n", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_duplicate_has_become_a_variant_both_wordings_stand_through_every_import()
    {
        const string twin = "3,Registry,open,Card library,Carte bibliothèque,C;B,Y,12,3 working days,01.02.2026\n";
        catalogue.Import(SmallCatalogue.First + SmallCatalogue.Second + twin);
        catalogue.Edit("pack.yaml", "names:", "area-levels: [{id: town, title: Town}]\nnames:");
        catalogue.Edit("organizations.yaml", "name: The registry", "name: The registry, area: \"01\"");
        File.WriteAllText(Path.Combine(catalogue.Pack, "areas.csv"), "code,parent,level,name_en\n01,,town,Port\n");

        var found = Egov.Run("catalogue", "duplicates", catalogue.Pack).Output;
        var localize = found[(found.IndexOf("egov service", StringComparison.Ordinal) + 5)..].Split('\n')[0].Replace("PACK", catalogue.Pack, StringComparison.Ordinal).Split(' ');
        var (localized, _, mistake) = Egov.Run(localize);
        Assert.Equal((0, ""), (localized, mistake));
        File.Delete(Path.Combine(catalogue.Pack, "services/s-3.yaml"));
        var changed = SmallCatalogue.First.Replace("Library card,", "Reader's card,", StringComparison.Ordinal).Replace("Carte de bibliothèque", "Carte de lecteur", StringComparison.Ordinal);
        var import = catalogue.Import(changed + SmallCatalogue.Second + twin);

        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("msgctxt \"service/s-1#title\"\nmsgid \"Reader's card\"\nmsgstr \"Carte de lecteur\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.Contains("msgctxt \"service/s-1#title\"\nmsgid \"Card library\"\nmsgstr \"Carte bibliothèque\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
        Assert.DoesNotContain("msgid \"Library card\"\n", catalogue["locales/fr.po"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_whose_texts_are_in_another_language_is_refused()
    {
        catalogue.Edit("pack.yaml", "source-language: en", "source-language: fr");
        var import = catalogue.Import(SmallCatalogue.First);

        Assert.Equal(1, import.Code);
        Assert.EndsWith("put 'fr' first in the mapping's languages.\n", import.Error, StringComparison.Ordinal);
    }

    public void Dispose() => catalogue.Dispose();
}
