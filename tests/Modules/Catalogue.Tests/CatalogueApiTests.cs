using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Modules.Catalogue.Tests;

public sealed class CatalogueApiTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    private HttpClient Client => running.Platform.Client();

    [Fact]
    public async Task Services_come_with_every_language()
    {
        var services = await Client.GetFromJsonAsync<JsonElement>("/api/v1/catalogue/services");

        Assert.Equal(running.Pack.Services.All.Count, services.GetArrayLength());
        Assert.All(services.EnumerateArray(), s => Assert.Equal(["lo", "en"], s.GetProperty("title").EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public async Task Services_are_filtered_by_organization_and_words()
    {
        var one = running.Pack.Services.All[0];
        var of = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/catalogue/services?organization={one.Organization}");
        Assert.All(of.EnumerateArray(), s => Assert.Equal(one.Organization, s.GetProperty("organization").GetString()));

        var found = await Client.GetFromJsonAsync<JsonElement>("/api/v1/catalogue/services?q=driving");
        Assert.Equal("driving-licence-renewal", found[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_tree_of_areas_can_be_walked_from_the_top()
    {
        var provinces = await Client.GetFromJsonAsync<JsonElement>("/api/v1/catalogue/areas");
        Assert.Equal(18, provinces.GetArrayLength());

        var districts = 0;
        var villages = 0;
        foreach (var province in provinces.EnumerateArray())
        {
            var below = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/catalogue/areas?parent={province.GetProperty("code")}");
            districts += below.GetArrayLength();
            villages += below.EnumerateArray().Sum(d => d.GetProperty("children").GetInt32());
        }

        Assert.Equal(148, districts);
        // 8,940 rows less the 24 whose district does not exist.
        Assert.Equal(8_916, villages);
    }

    [Theory]
    [InlineData("/api/v1/catalogue/services/none")]
    [InlineData("/api/v1/catalogue/areas?parent=none")]
    [InlineData("/api/v1/none")]
    public async Task What_is_not_there_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(path)).StatusCode);
}
