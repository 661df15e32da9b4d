using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Web.Tests;

public sealed class ErrorTests(Site site)
{
    [Fact]
    public async Task What_is_not_there_is_said_in_the_language_of_the_address()
    {
        using var response = await site.GetAsync("/en/nothing-of-that-name", ("Accept-Language", "lo"));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("<h1 class=\"govuk-heading-l\">Page not found</h1>", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_pages_that_are_not_there_are_the_same_bytes() =>
        Assert.Equal(await site.TextAsync("/en/my/cases/AAAA-BBBB-CC?x=1"), await site.TextAsync("/en/services/none"));

    [Fact]
    public async Task A_failure_of_ours_has_a_number_and_tells_nobody_how_the_machine_looks()
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var first = await bare.GetAsync("/en/bug");
        var (one, other) = (await first.Content.ReadAsStringAsync(), await (await bare.GetAsync("/en/bug")).Content.ReadAsStringAsync());
        Assert.Equal(500, (int)first.StatusCode);
        Assert.DoesNotContain("secret", one, StringComparison.Ordinal);
        Assert.Matches("give the number [0-9A-Za-z:]{8,32}", one);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task In_Development_the_page_shows_what_went_wrong()
    {
        await using var bare = await BareSite.StartAsync("Development");
        Assert.Contains("a secret of the machine", await (await bare.GetAsync("/en/bug")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/conflict", 409, "Somebody was faster")]
    [InlineData("/en/status/429", 429, "Too many attempts")]
    [InlineData("/en/status/503", 503, "The service is not available now")]
    [InlineData("/en/status/413", 413, "This is too large")]
    [InlineData("/en/status/400", 400, "The page could not accept this")]
    public async Task Each_kind_of_error_has_its_words(string path, int status, string heading)
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var response = await bare.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(heading, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_looks_as_what_is_not_there()
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var refused = await bare.GetAsync("/en/status/403");
        Assert.Equal(404, (int)refused.StatusCode);
        Assert.Equal(await refused.Content.ReadAsStringAsync(), await (await bare.GetAsync("/en/status/404")).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/bug", 500)]
    [InlineData("/api/v1/conflict", 409)]
    [InlineData("/api/v1/status/403", 404)]
    public async Task An_error_below_api_is_a_problem_without_details_of_the_machine(string path, int status)
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var response = await bare.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_api_a_problem_is_described_for_machines()
    {
        using var response = await site.GetAsync("/api/v1/nothing");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }
}
