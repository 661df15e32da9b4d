using Platform.Testing;

namespace Platform.Cli.Tests.Import.Mapping;

public sealed class MappingFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void All_mistakes_of_a_mapping_are_told_at_once_each_with_its_line()
    {
        File.WriteAllText(folder["services.csv"], "a\n1\n");
        File.WriteAllText(folder["map.yaml"], """
            source: Invented
            languages: [en, Français]
            organisations: {}
            services:
              id: {prefix: s-}
              fields:
                titel: {texts: {en: a, de: b}}
                summary: {from: a}
                audience: {column: a, values: {A: citizen}}
                channels: {collect: [{value: online, column: a, matches: "("}]}

            """);

        var import = Egov.Run("import", "services", folder["services.csv"], "--mapping", folder["map.yaml"], "--out", folder["pack"]);
        string[] expected =
        [
            ":2: 'Français' is not a language tag: write it as in BCP 47, for example en, kjg or mn-Mong.",
            ":3: The key 'organisations' is not known here: did you mean 'organizations'?",
            ":5: An id needs 'column: <name>' or 'columns: [<name>, ...]'.",
            ":7: The key 'titel' is not known here: did you mean 'title'?",
            ":8: Say where the value comes from: 'column', 'texts', 'constant', 'collect', 'each' or 'fields'.",
        ];

        Assert.Equal(1, import.Code);
        Assert.All(expected, line => Assert.Contains(folder["map.yaml"] + line + "\n", import.Error, StringComparison.Ordinal));
        Assert.Contains(":10: '(' is no pattern", import.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["pack"]));
    }

    [Theory]
    [InlineData("ca-gc-service-inventory.yaml")]
    [InlineData("cpsv-ap.yaml")]
    public void The_shipped_mappings_are_sound(string name)
    {
        var problems = new Core.Packs.PackProblems();

        Assert.NotNull(Cli.Import.Mapping.MappingFile.Read(Path.Combine(TestFolder.RepositoryRoot, "templates/mappings", name), [], problems));
        Assert.Empty(problems.Errors);
    }

    [Theory]
    [InlineData("Birth registration", "birth-registration")]
    [InlineData("Répertoire des œuvres d'État", "repertoire-des-uvres-detat")]
    [InlineData("  A/B & C (new)  ", "a-b-c-new")]
    [InlineData("ບັດ 12", "12")]
    public void An_id_is_made_of_what_is_Latin(string text, string slug) => Assert.Equal(slug, Cli.Import.Mapping.IdRule.Slug(text));

    public void Dispose() => folder.Dispose();
}
