namespace Platform.Web.Tests;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task In_Production_cookies_are_bound_to_the_host_and_the_browser_is_told_to_keep_to_TLS()
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var form = await bare.GetAsync("/en/form");
        var cookie = form.Headers.GetValues("Set-Cookie").Single(c => c.Contains("form=", StringComparison.Ordinal));
        Assert.StartsWith("__Host-form=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "path=/", "samesite=lax"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.StartsWith("max-age=31536000", form.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_cookies_have_plain_names()
    {
        await using var bare = await BareSite.StartAsync("Development");
        using var form = await bare.GetAsync("/en/form");
        Assert.StartsWith("form=", form.Headers.GetValues("Set-Cookie").Single(c => c.Contains("form=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.False(form.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("Development", 200)]
    [InlineData("Production", 404)]
    public async Task The_page_of_all_components_is_for_Development_only(string environment, int status)
    {
        await using var bare = await BareSite.StartAsync(environment);
        Assert.Equal(status, (int)(await bare.GetAsync("/en/dev/components")).StatusCode);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Mistakes_of_a_pack_edit_show_in_Development_only(string environment, bool shown)
    {
        await using var bare = await BareSite.StartAsync(environment, "services/x.yaml:3 <unknown key>");
        var html = await (await bare.GetAsync("/en/nothing")).Content.ReadAsStringAsync();
        Assert.Equal(shown, html.Contains("services/x.yaml:3 &lt;unknown key&gt;", StringComparison.Ordinal));
    }
}
