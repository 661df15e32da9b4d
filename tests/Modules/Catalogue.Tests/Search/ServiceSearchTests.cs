using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue.Tests.Search;

public sealed class ServiceSearchTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    [Theory]
    [InlineData("residence", "residence-certificate")]
    [InlineData("BIRTH", "birth-registration")]
    [InlineData("licence driving", "driving-licence-renewal")]
    [InlineData("business name", "business-name-reservation")]
    public void The_service_meant_comes_first(string query, string id) => Assert.Equal(id, Find(query)[0]);

    [Fact]
    public void A_query_in_the_other_language_finds_it_too()
    {
        var pack = running.Pack;
        var birth = pack.Services.Find("birth-registration")!;
        var title = running.Platform.Services.GetRequiredService<Platform.Core.Texts.Texts>().Get("lo", birth.Title).Value;

        Assert.Equal("birth-registration", Find(title)[0]);
        Assert.Equal("birth-registration", Find(title[3..])[0]);
    }

    [Theory]
    [InlineData("drivinglicence", "driving-licence-renewal")]
    [InlineData("tourguide", "tourist-guide-licence")]
    public void Words_written_together_are_found_apart(string query, string id) => Assert.Equal(id, Find(query)[0]);

    [Theory]
    // A short vowel for the long one, and no tone mark.
    [InlineData("ໃບຂັບຂິ", "driving-licence-renewal")]
    // The name within something longer.
    [InlineData("ບັດຜ່ານແດນໄປຫຼິ້ນຢູ່ໄທ", "border-pass")]
    public void A_run_with_slips_or_with_more_around_it_is_found(string query, string id) => Assert.Equal(id, Find(query)[0]);

    [Fact]
    public void A_query_that_is_too_long_is_cut_between_characters() => Assert.NotEmpty(Find($"birth {new string(' ', ServiceSearch.LongestQuery - 7)}😀"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzzzzz")]
    public void What_matches_nothing_finds_nothing(string query) => Assert.Empty(Find(query));

    private List<string> Find(string query) => [.. running.Platform.Services.GetRequiredService<ServiceSearch>().Find(query, "en").Services.Select(s => s.Id)];
}
