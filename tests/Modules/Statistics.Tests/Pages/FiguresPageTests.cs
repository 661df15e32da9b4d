using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Figures;
using Platform.Testing;

namespace Platform.Modules.Statistics.Tests.Pages;

public sealed class FiguresPageTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly February = new(2026, 2, 1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Page_file_and_api_tell_the_same_and_nothing_small(DatabaseKind kind)
    {
        await using var platform = await CountedAsync(kind);
        using var client = platform.Client();

        var page = await client.GetStringAsync("/en/statistics");
        var file = await client.GetStringAsync("/en/statistics.csv");
        var api = JsonDocument.Parse(await client.GetStringAsync("/api/v1/statistics")).RootElement;

        Assert.Contains("Birth registration", page, StringComparison.Ordinal);
        Assert.Contains("1,240", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Death registration", page, StringComparison.Ordinal);
        Assert.StartsWith("Period,Figure,Code,Name,How many\r\n", file, StringComparison.Ordinal);
        Assert.Contains("March 2025 to February 2026,Applications by service,birth-registration,Birth registration,1200\r\n", file, StringComparison.Ordinal);
        Assert.Contains(",Applications by service,,\"Others, too few to name each\",40\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("death-registration", file, StringComparison.Ordinal);
        Assert.Equal(1240, api.GetProperty("sent").GetInt64());
        var service = Assert.Single(api.GetProperty("services").GetProperty("groups").EnumerateArray().ToList());
        Assert.Equal(("birth-registration", 1200), (service.GetProperty("id").GetString(), service.GetProperty("count").GetInt32()));
        Assert.Equal(40, api.GetProperty("services").GetProperty("others").GetInt32());
    }

    [Theory]
    [InlineData("/en/statistics")]
    [InlineData("/en/statistics.csv")]
    [InlineData("/api/v1/statistics")]
    public async Task A_body_that_there_is_not_has_no_figures(string path)
    {
        await using var platform = await CountedAsync(DatabaseKind.Sqlite);
        using var client = platform.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}?organization=nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{path}?organization=registry-office")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{path}?organization=")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_month_and_a_body_narrow_the_figures(DatabaseKind kind)
    {
        await using var platform = await CountedAsync(kind);
        using var client = platform.Client();

        var month = JsonDocument.Parse(await client.GetStringAsync("/api/v1/statistics?year=2026&month=1")).RootElement;
        var body = JsonDocument.Parse(await client.GetStringAsync("/api/v1/statistics?organization=registry-office&year=2026")).RootElement;
        var nonsense = await client.GetAsync("/en/statistics?year=99999&month=77&organization=&unknown=1");

        Assert.Equal(("2026-01", "2026-01", 640), (month.GetProperty("from").GetString(), month.GetProperty("until").GetString(), month.GetProperty("sent").GetInt32()));
        Assert.Equal("registry-office", body.GetProperty("organization").GetString());
        Assert.Equal(HttpStatusCode.OK, nonsense.StatusCode);
        Assert.Contains("1,240", await nonsense.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_first_page_names_what_is_used_most_before_what_the_pack_supposes(DatabaseKind kind)
    {
        await using var platform = await CountedAsync(kind);
        using var client = platform.Client();

        await platform.Services.GetRequiredService<TellMostUsed>().TellAsync(CancellationToken.None);

        var page = await client.GetStringAsync("/en");
        var most = page[page.IndexOf("p-hero__links", StringComparison.Ordinal)..];
        most = most[..most.IndexOf("</ul>", StringComparison.Ordinal)];
        Assert.InRange(most.IndexOf("/services/birth-registration", StringComparison.Ordinal), 1, most.IndexOf("/services/residence-certificate", StringComparison.Ordinal));
        Assert.DoesNotContain("death-registration", most, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_month_is_over_there_is_a_page_without_figures()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = platform.Client();

        Assert.Contains("when the first month is over", await client.GetStringAsync("/en/statistics"), StringComparison.Ordinal);
        Assert.Equal("Period,Figure,Code,Name,How many\r\n", await client.GetStringAsync("/en/statistics.csv"));
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await client.GetStringAsync("/api/v1/statistics")).RootElement.GetProperty("sent").ValueKind);
    }

    // What the security policy forbids would not be drawn.
    [Fact]
    public async Task The_charts_need_no_style_and_no_script()
    {
        await using var platform = await CountedAsync(DatabaseKind.Sqlite);
        using var client = platform.Client();

        var page = await client.GetStringAsync("/en/statistics");

        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("<rect width=\"100%\"", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"p-months\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_has_figures_and_a_second_start_adds_none()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter", configure: null, "--demo");
        var counts = platform.Services.GetRequiredService<CountStore>();
        var before = await counts.TalliesAsync(CountKinds.Sent, "service", new(2020, 1, 1), February);

        await platform.RestartAsync(() => Task.CompletedTask);

        Assert.NotEmpty(before);
        Assert.Equal(before.Sum(t => t.Count), (await platform.Services.GetRequiredService<CountStore>().TalliesAsync(CountKinds.Sent, "service", new(2020, 1, 1), February)).Sum(t => t.Count));
    }

    private static async Task<TestPlatform> CountedAsync(DatabaseKind kind)
    {
        var platform = await TestPlatform.StartAsync(kind, "starter");
        var counts = platform.Services.GetRequiredService<CountStore>();
        await counts.KeepAsync(January, [Sent("birth-registration", 620), Sent("death-registration", 4), Sent("marriage-registration", 16)]);
        await counts.KeepAsync(February, [Sent("birth-registration", 580), Sent("death-registration", 3), Sent("marriage-registration", 17)]);
        return platform;
    }

    private static MonthCount Sent(string service, long count) => new(CountKinds.Sent, service, "registry-office", "XA", Channels.Web, "", count);
}
