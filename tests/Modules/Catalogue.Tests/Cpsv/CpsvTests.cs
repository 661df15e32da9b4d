using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Cpsv;

public sealed class CpsvTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    private const string Address = "/api/v1/catalogue/cpsv";

    [Fact]
    public async Task The_whole_catalogue_holds_to_the_profile_by_the_word_of_a_validator_of_others()
    {
        var (wrong, counts) = await Shacl.JudgeAsync(await running.Platform.Client().GetStringAsync(Address));
        var pack = running.Pack;

        Assert.Equal("", wrong);
        Assert.Equal(pack.Services.Everything.Count, counts["http://purl.org/vocab/cpsv#PublicService"]);
        Assert.Equal(pack.Organizations.Count, counts["http://data.europa.eu/m8g/PublicOrganisation"]);
        Assert.Equal(pack.LifeEvents.Count, counts["http://data.europa.eu/m8g/Event"]);
        Assert.Equal(pack.Areas.All.Count, counts["http://purl.org/dc/terms/Location"]);
        Assert.Equal(pack.Languages.Count, counts["http://purl.org/dc/terms/LinguisticSystem"]);
        Assert.Equal(pack.Services.Everything.Sum(s => s.Channels.Count), counts["http://data.europa.eu/m8g/Channel"]);
        Assert.Equal(pack.Services.Everything.Sum(s => s.Costs?.Count ?? 0), counts["http://data.europa.eu/m8g/Cost"]);
        Assert.Equal(pack.Services.Everything.Sum(s => s.LegalBasis.Count), counts["http://data.europa.eu/eli/ontology#LegalResource"]);
        Assert.Equal(pack.Services.Everything.Sum(s => s.WhatYouNeed.Count + (s.Eligibility is null ? 0 : 1)), counts["http://data.europa.eu/m8g/Requirement"]);
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("../../tests/Testing/packs/one-question")]
    public async Task A_catalogue_with_or_without_places_and_offices_holds_to_it_too(string pack)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);

        Assert.Equal("", (await Shacl.JudgeAsync(await platform.Client().GetStringAsync(Address))).Wrong);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("identifier")]
    [InlineData("hasCompetentAuthority")]
    public async Task The_validator_sees_what_is_missing(string property)
    {
        await using var platform = await TestPlatform.StartAsync(pack: "../../tests/Testing/packs/one-question");
        var document = JsonNode.Parse(await platform.Client().GetStringAsync(Address))!;
        document["@graph"]!.AsArray().First(n => n!["@type"]![0]!.GetValue<string>() == "PublicService")!.AsObject().Remove(property);

        Assert.Contains("MinCountConstraintComponent", (await Shacl.JudgeAsync(document.ToJsonString())).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_within_the_document_leads_to_a_thing_of_it_and_every_thing_is_told_once()
    {
        var graph = JsonNode.Parse(await running.Platform.Client().GetStringAsync(Address))!["@graph"]!.AsArray();
        var ids = graph.Select(n => n!["@id"]!.GetValue<string>()).ToList();

        Assert.Distinct(ids);
        Assert.Empty(graph.SelectMany(n => Strings(n!)).Where(s => s.StartsWith('#')).Except(ids));
    }

    [Fact]
    public async Task Texts_are_in_the_languages_they_are_in_and_money_in_whole_units()
    {
        var graph = JsonNode.Parse(await running.Platform.Client().GetStringAsync(Address))!["@graph"]!.AsArray();
        var service = graph.Single(n => n!["@id"]!.GetValue<string>() == "#services/residence-certificate")!;
        var cost = graph.Single(n => n!["@id"]!.GetValue<string>() == service["hasCost"]![0]!.GetValue<string>())!;

        Assert.Equal(["lo", "en"], service["title"]!.AsObject().Select(t => t.Key));
        Assert.Equal(running.Pack.Currency.ToWhole(running.Pack.Services.Find("residence-certificate")!.Costs![0].MinorUnits!.Value), cost["hasValue"]!.GetValue<decimal>());
        Assert.NotNull(cost["note"]);
    }

    [Fact]
    public async Task It_is_sent_as_linked_data_and_asked_for_again_it_is_not_sent_twice()
    {
        var client = running.Platform.Client();
        var first = await client.GetAsync(Address);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal("application/ld+json", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await client.GetAsync(Address)).StatusCode);
    }

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonArray list => list.SelectMany(n => Strings(n!)),
        JsonObject map => map.SelectMany(p => Strings(p.Value!)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
