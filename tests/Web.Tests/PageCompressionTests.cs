namespace Platform.Web.Tests;

public sealed class PageCompressionTests(Site site)
{
    private const string OfOnePerson = "/en/dev/components";
    private const string OfEverybody = "/en/services";

    [Theory]
    [InlineData("same-origin", "br")]
    [InlineData("none", "br")]
    [InlineData("same-site", null)]
    [InlineData("cross-site", null)]
    [InlineData("", null)]
    public async Task A_page_of_one_person_is_packed_only_for_those_whom_our_own_pages_led_there(string ledFrom, string? packed)
    {
        using var response = await site.GetAsync(OfOnePerson, ("Accept-Encoding", "br, gzip"), ("Sec-Fetch-Site", ledFrom));
        Assert.Equal(packed, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task A_public_page_is_packed_for_everybody()
    {
        using var response = await site.GetAsync(OfEverybody, ("Accept-Encoding", "br, gzip"), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }
}
