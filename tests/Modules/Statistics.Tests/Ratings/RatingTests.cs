using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Erasure;
using Platform.Modules.Statistics.Ratings;
using Platform.Testing;

namespace Platform.Modules.Statistics.Tests.Ratings;

public sealed class RatingTests
{
    private const string Question = "name=\"step\"";
    private const string Wish = "Zqxheron, shorter queues please";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_applicant_is_asked_once_after_the_decision_and_may_change_her_mind(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var form = new FormClient(await platform.ClientAsync(owner));
        var waiting = await Applications.SendAsync(platform, owner);
        await form.GetAsync($"/en/my/cases/{waiting.Reference}");
        Assert.DoesNotContain(Question, form.Html, StringComparison.Ordinal);

        var one = await Applications.DecideAsync(platform, owner);
        await RateAsync(form, one, "2", Wish);
        await RateAsync(form, one, "5", "Thank you");

        Assert.Contains("Thank you. Your answer is counted", form.Html, StringComparison.Ordinal);
        Assert.Equal(new Rating(5, "Thank you"), await platform.Services.GetRequiredService<RatingStore>().OfAsync(one));
        Assert.Equal(1, await CountAsync(platform, "select count(*) from statistics_rating"));
        Assert.Equal(2, await CountAsync(platform, "select count(*) from platform_audit where action = 'statistics.rate'"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_else_and_nobody_without_a_decision_rates(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var (waiting, withdrawn, decided) = (await Applications.SendAsync(platform, owner), await Applications.SendAsync(platform, owner), await Applications.DecideAsync(platform, owner));
        await Applications.DoAsync(platform, withdrawn.CaseId, "withdraw", owner.PersonId);
        var form = new FormClient(await platform.ClientAsync(owner));

        foreach (var one in new[] { waiting, withdrawn })
        {
            await RateAsync(form, one, "5", "");
            Assert.DoesNotContain(Question, form.Html, StringComparison.Ordinal);
        }

        foreach (var stranger in new[] { await platform.CitizenAsync(), await platform.OfficialAsync("registrar", Applications.Registry), await platform.OfficialAsync("clerk", Applications.Registry) })
        {
            using var client = await platform.ClientAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/my/cases/{decided.Reference}/rating")).StatusCode);
        }

        platform.Clock.AdjustTime(platform.Clock.GetUtcNow().AddDays(91));
        await RateAsync(new FormClient(await platform.ClientAsync(owner)), decided, "5", "");
        Assert.Equal(0, await CountAsync(platform, "select count(*) from statistics_rating"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_mistake_is_told_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var one = await Applications.DecideAsync(platform, owner);
        var form = new FormClient(await platform.ClientAsync(owner));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await RateAsync(form, one, "6", new string('x', 501)));

        Assert.Contains("Choose how satisfied you are", form.Html, StringComparison.Ordinal);
        Assert.Contains("Write at most 500 characters", form.Html, StringComparison.Ordinal);
        Assert.Contains(new string('x', 501), form.Html, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(platform, "select count(*) from statistics_rating"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Officials_read_comments_of_their_office_when_the_month_is_over_and_never_whose_they_are(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var one = await Applications.DecideAsync(platform, owner);
        await RateAsync(new FormClient(await platform.ClientAsync(owner)), one, "1", Wish);
        var (near, far, registrar) = (
            await platform.OfficialAsync("senior-registrar", Applications.Registry), await platform.OfficialAsync("senior-registrar", "transport-office"), await platform.OfficialAsync("registrar", Applications.Registry));

        Assert.DoesNotContain(Wish, await PageAsync(platform, near), StringComparison.Ordinal);
        platform.Clock.AdjustTime(new(2026, 4, 3, 10, 0, 0, TimeSpan.Zero));
        await Applications.CountAsync(platform);

        var read = await PageAsync(platform, near);
        Assert.Contains(Wish, read, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Reference!, read, StringComparison.Ordinal);
        Assert.DoesNotContain(Wish, await PageAsync(platform, far), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await platform.ClientAsync(registrar)).GetAsync("/en/desk/comments")).StatusCode);
        var desk = await (await platform.ClientAsync(near)).GetStringAsync($"/en/desk/cases/{one.Reference}");
        Assert.DoesNotContain("atisfied", desk, StringComparison.Ordinal);
        Assert.DoesNotContain(Wish, desk, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Erasing_the_case_leaves_a_step_that_is_nobodys(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var one = await Applications.DecideAsync(platform, owner);
        await RateAsync(new FormClient(await platform.ClientAsync(owner)), one, "4", Wish);
        Assert.Equal(1, await CountAsync(platform, "select count(*) from statistics_rating where case_id is not null and comment is not null and area_path <> ''"));

        await platform.Services.GetRequiredService<Erasures>().EraseAsync(one.CaseId, Actor.System);
        await platform.SettleAsync();

        Assert.Equal(1, await CountAsync(platform, "select count(*) from statistics_rating where case_id is null and act is null and comment is null and area_path = '' and step = 4"));
        Assert.Single(await platform.Services.GetRequiredService<RatingStore>().TalliesAsync(new(2026, 3, 1), new(2026, 3, 1)));
        await Assert.ThrowsAnyAsync<Exception>(() => platform.Services.GetRequiredService<RatingStore>().RateAsync(one, new(5, null), new Actor(owner.PersonId, null, Channels.Web)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_comment_is_sealed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        await RateAsync(new FormClient(await platform.ClientAsync(owner)), await Applications.DecideAsync(platform, owner), "4", Wish);

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var stored = (await connection.QueryAsync<byte[]>("select comment from statistics_rating")).Single();
        Assert.DoesNotContain("Zqxheron", System.Text.Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    // As a browser does: the case's page shows the form, which is sent to a page of its own.
    private static async Task<HttpStatusCode> RateAsync(FormClient form, CaseRow one, string step, string comment)
    {
        await form.GetAsync($"/en/my/cases/{one.Reference}");
        return await form.PostToAsync($"/en/my/cases/{one.Reference}/rating", ("step", step), ("comment", comment));
    }

    private static async Task<string> PageAsync(TestPlatform platform, TestPerson official) => await (await platform.ClientAsync(official)).GetStringAsync("/en/desk/comments");

    private static async Task<long> CountAsync(TestPlatform platform, string sql)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}
