using Platform.Cli.Import.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Sources;

/// <summary>One service, as four systems may write it in JSON-LD.</summary>
public sealed class LinkedGraphTests : IDisposable
{
    private const string Prefixes = """
        {"@context": {"dct": "http://purl.org/dc/terms/", "cpsv": "http://purl.org/vocab/cpsv#", "cv": "http://data.europa.eu/m8g/"},
         "@graph": [
           {"@id": "ex:1", "@type": "cpsv:PublicService", "dct:identifier": "1", "dct:title": [{"@value": "Card", "@language": "en"}, {"@value": "Carte", "@language": "fr"}],
            "cv:hasCompetentAuthority": {"@id": "ex:body"}},
           {"@id": "ex:body", "@type": ["cv:PublicOrganisation"], "dct:identifier": "registry"}]}
        """;

    private const string Terms = """
        {"@context": {"id": "@id", "type": "@type", "Service": "http://purl.org/vocab/cpsv#PublicService", "PublicService": "http://purl.org/vocab/cpsv#PublicService", "identifier": "http://purl.org/dc/terms/identifier",
                      "name": {"@id": "http://purl.org/dc/terms/title", "@container": "@language"}, "by": {"@id": "http://data.europa.eu/m8g/hasCompetentAuthority", "@type": "@id"}},
         "@graph": [{"id": "ex:1", "type": "PublicService", "identifier": "1", "name": {"en": "Card", "fr": "Carte"}, "by": "ex:body"}, {"id": "ex:body", "identifier": "registry"}]}
        """;

    private const string Expanded = """
        [{"@id": "http://ex/1", "@type": ["http://purl.org/vocab/cpsv#PublicService"], "http://purl.org/dc/terms/identifier": [{"@value": "1"}],
          "http://purl.org/dc/terms/title": [{"@value": "Card", "@language": "en"}, {"@value": "Carte", "@language": "fr"}],
          "http://data.europa.eu/m8g/hasCompetentAuthority": [{"@id": "_:b0", "http://purl.org/dc/terms/identifier": [{"@value": "registry"}]}]}]
        """;

    private const string Nested = """
        {"@context": ["https://example.org/not-fetched.jsonld", {"@language": "en"}], "@id": "ex:1", "@type": "PublicService", "identifier": "1",
         "title": ["Card", {"@value": "Carte", "@language": "fr"}], "hasCompetentAuthority": {"@type": "PublicOrganisation", "identifier": "registry"}}
        """;

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(Prefixes)]
    [InlineData(Terms)]
    [InlineData(Expanded)]
    [InlineData(Nested)]
    public void It_is_the_same_service_however_it_is_written(string document)
    {
        File.WriteAllText(folder["x.jsonld"], document);
        var row = Assert.Single(Source.Open(folder["x.jsonld"]).Table("PublicService").Rows);

        Assert.Equal(["1"], row.Values("identifier"));
        Assert.Equal(["Card"], row.Values("title@en"));
        Assert.Equal(["Carte"], row.Values("title@fr"));
        Assert.Equal(["Card", "Carte"], row.Values("title"));
        Assert.Equal(["registry"], row.Values("hasCompetentAuthority.identifier"));
        Assert.Empty(row.Values("hasCompetentAuthority.title"));
    }

    public void Dispose() => folder.Dispose();
}
