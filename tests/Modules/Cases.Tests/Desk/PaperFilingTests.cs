using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

/// <summary>An application that came on paper is scanned and typed in.</summary>
public sealed class PaperFilingTests
{
    private static readonly byte[] Scan = [.. "%PDF-1.4\n"u8, .. new byte[2000]];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_counts_from_the_day_it_came_and_keeps_its_scan(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (clerk, person) = (await platform.OfficialAsync("clerk", Office.Registry), await platform.CitizenAsync());
        var counter = new FormClient(await platform.ClientAsync(clerk));

        await counter.GetAsync($"/en/desk/file/paper?person={person.PersonId}");
        Assert.Equal(HttpStatusCode.OK, await counter.UploadAsync("scan", "paper.pdf", Scan, Day("23", "2", "2026")));
        Assert.Contains("received on February 23, 2026", counter.Html, StringComparison.Ordinal);
        var draft = Guid.Parse(counter.At.Split('/')[3]);
        Assert.Equal(Scan, await DownloadAsync(platform, clerk, $"/en/desk/file/{draft}/scan"));
        await FillAsync(platform, counter, draft);

        var filed = await Office.FindAsync(platform, draft);
        Assert.Equal((Channels.Paper, new DateOnly(2026, 2, 23), clerk.PersonId), (filed.Channel, filed.ReceivedOn, filed.FiledBy));
        // Three working days from the Monday on which it came, not from the Monday a week later on which it was typed in.
        Assert.Equal(new DateOnly(2026, 2, 26), filed.DueOn);
        var office = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        await office.GetAsync($"/en/desk/cases/{filed.Reference}");
        Assert.Contains("The scanned paper: paper.pdf", office.Html, StringComparison.Ordinal);
        Assert.Contains("February 23, 2026", office.Html, StringComparison.Ordinal);
        Assert.Equal(Scan, await DownloadAsync(platform, person, $"/en/my/files/{draft}/{filed.ScanId}"));
        using var mine = await platform.ClientAsync(person);
        Assert.Contains("Sent February 23, 2026", await mine.GetStringAsync("/en/my/cases"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_else_sees_the_scan_of_a_draft(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (clerk, person) = (await platform.OfficialAsync("clerk", Office.Registry), await platform.CitizenAsync());
        var counter = new FormClient(await platform.ClientAsync(clerk));
        await counter.GetAsync($"/en/desk/file/paper?person={person.PersonId}");
        await counter.UploadAsync("scan", "paper.pdf", Scan, Day("2", "3", "2026"));
        var scan = $"/en/desk/file/{counter.At.Split('/')[3]}/scan";

        foreach (var other in new[] { await platform.OfficialAsync("clerk", Office.Registry), await platform.OfficialAsync("registrar", Office.Registry), await platform.CitizenAsync() })
        {
            using var client = await platform.ClientAsync(other);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(scan)).StatusCode);
        }
    }

    [Theory]
    [InlineData("paper.pdf", "", "3", "2026", "Enter a whole date")]
    [InlineData("paper.pdf", "3", "3", "2026", "The day cannot be later than today")]
    [InlineData("paper.pdf", "3", "3", "2024", "The day is more than a year ago")]
    [InlineData("paper.txt", "2", "3", "2026", "Choose a file of one of these kinds")]
    [InlineData(null, "2", "3", "2026", "Choose the file with the scanned paper")]
    public async Task What_is_wrong_is_told_and_begins_nothing(string? file, string day, string month, string year, string mistake)
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter");
        var (clerk, person) = (await platform.OfficialAsync("clerk", Office.Registry), await platform.CitizenAsync());
        var counter = new FormClient(await platform.ClientAsync(clerk));

        await counter.GetAsync($"/en/desk/file/paper?person={person.PersonId}");
        Assert.Equal(HttpStatusCode.OK, file is null
            ? await counter.PostAsync(Day(day, month, year))
            : await counter.UploadAsync("scan", file, file.EndsWith("pdf", StringComparison.Ordinal) ? Scan : "only words"u8.ToArray(), Day(day, month, year)));

        Assert.Contains(mistake, counter.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{year}\"", counter.Html, StringComparison.Ordinal);
        Assert.Matches($"<option (?=[^>]*selected)[^>]*value=\"{Residence.Service}\"", counter.Html);
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from cases_case"));
    }

    [Fact]
    public async Task What_is_wrong_stands_in_the_order_of_the_fields()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter");
        var (clerk, person) = (await platform.OfficialAsync("clerk", Office.Registry), await platform.CitizenAsync());
        var counter = new FormClient(await platform.ClientAsync(clerk));

        await counter.GetAsync($"/en/desk/file/paper?person={person.PersonId}");
        await counter.PostAsync(("service", ""), ("received-day", ""), ("received-month", ""), ("received-year", ""));

        int[] places = [.. new[] { "#service", "#received", "#scan" }.Select(field => counter.Html.IndexOf($"href=\"{field}", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static (string, string)[] Day(string day, string month, string year) =>
        [("service", Residence.Service), ("received-day", day), ("received-month", month), ("received-year", year)];

    private static async Task FillAsync(TestPlatform platform, FormClient counter, Guid draft)
    {
        foreach (var page in new[] { "applicant", "address", "household", "purpose" })
        {
            await counter.GetAsync($"/en/apply/{draft:D}/{page}");
            await counter.PostAsync([.. Residence.Answers(platform)[page].ToJson().Select(f => (f.Key, f.Value!.AsArray() is [var first, ..] ? (string)first! : ""))]);
        }

        await counter.GetAsync($"/en/apply/{draft:D}/check");
        Assert.Contains("received on", counter.Html, StringComparison.Ordinal);
        await counter.PostAsync();
    }

    private static async Task<byte[]> DownloadAsync(TestPlatform platform, TestPerson person, string path)
    {
        using var client = await platform.ClientAsync(person);
        return await client.GetByteArrayAsync(path);
    }
}
