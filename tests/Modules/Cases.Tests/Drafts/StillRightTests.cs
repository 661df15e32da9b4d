using System.Net;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

/// <summary>What an office knows of a person is shown to her, and counts only once she has said that it is still right.</summary>
public sealed class StillRightTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_known_is_asked_about_and_never_filled_in_silently(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await ConfirmedAsync(platform));
        var form = new FormClient(client);
        await Journeys.ResidenceJourneyTests.StartAsync(form);

        Assert.Contains("An office knows this of you: Known Person", form.Html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Listen: What is your name?\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"full_name.given\"", form.Html, StringComparison.Ordinal);
        await form.PostAsync();

        Assert.EndsWith("/applicant", form.At, StringComparison.Ordinal);
        Assert.Contains("Say whether this is still right: What is your name?", WebUtility.HtmlDecode(form.Html), StringComparison.Ordinal);
        Assert.Contains("href=\"#full_name_given\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"full_name_given\"", form.Html, StringComparison.Ordinal);
        using var check = await client.GetAsync(form.At.Replace("/applicant", "/check", StringComparison.Ordinal));
        Assert.EndsWith("/applicant", check.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_takes_it_over_and_no_asks_anew()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await ConfirmedAsync(platform));
        var form = new FormClient(client);
        await Journeys.ResidenceJourneyTests.StartAsync(form);

        await form.PostAsync(("full_name._still", "yes"), ("birth_date._still", "no"));
        Assert.Contains("/applicant", form.At, StringComparison.Ordinal);
        Assert.Contains("value=\"Known\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"birth_date.year\" type=\"text\" />", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-error-summary", form.Html, StringComparison.Ordinal);
        await form.PostAsync(("full_name.given", "Known"), ("full_name.family", "Person"), ("birth_date.year", "1981"));

        Assert.EndsWith("/address", form.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_no_office_knows_is_simply_asked()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);

        await Journeys.ResidenceJourneyTests.StartAsync(form);

        Assert.DoesNotContain("_still", form.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"full_name.given\"", form.Html, StringComparison.Ordinal);
    }

    private static async Task<TestPerson> ConfirmedAsync(TestPlatform platform)
    {
        var clerk = await platform.OfficialAsync("registrar", "registry-office");
        return await platform.CitizenAsync(
            new PersonDetails { Name = new Dictionary<string, string> { ["given"] = "Known", ["family"] = "Person" }, BirthDate = PartialDate.Parse("1980-05") }, clerk.PersonId);
    }
}
