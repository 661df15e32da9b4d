using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

public sealed class RawDataTests
{
    /// <summary>
    /// In clear by intention (DESIGN, data, rule 7), because lists are sorted, filtered and routed by them: id, reference, service, edition, organization,
    /// area of routing, state, instants, assignee, version. Of what a person writes only the area is among them, as a code of the pack.
    /// </summary>
    private static readonly string[] AreaInClear = ["cases_case.area", "cases_case.area_path"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_that_a_person_or_official_wrote_stands_in_the_raw_data(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        await story.RunAsync();
        await ComplainAsync(platform, "zqxbadger");

        Assert.All(await WrittenAsync(platform), table => Assert.True(table.Rows > 0, $"The story left {table.Name} empty."));
        foreach (var mark in story.Marks.Append("zqxbadger"))
        {
            Assert.Empty(await RawData.WhereAsync(platform, mark));
        }

        // The search itself finds what is in clear.
        Assert.Contains(await RawData.WhereAsync(platform, story.Reference), place => place.StartsWith("cases_case.reference", StringComparison.Ordinal));
        var area = (await RawData.WhereAsync(platform, "/XA/XA01/")).Select(place => place.Split(' ')[0]).Where(place => place.Contains('_', StringComparison.Ordinal)).Distinct();
        Assert.Subset(AreaInClear.Append("platform_grant.area_path").ToHashSet(), area.ToHashSet());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_search_finds_a_value_that_lies_open(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await platform.Services.GetRequiredService<Db>().WriteAsync("create table test_open (plain text not null, bytes bytea not null)");
        await platform.Services.GetRequiredService<Db>().WriteAsync(
            "insert into test_open (plain, bytes) values (@plain, @bytes)",
            new { plain = Convert.ToBase64String("of zqxotter"u8), bytes = System.Text.Encoding.Unicode.GetBytes("ZQXOTTER") });

        var places = await RawData.WhereAsync(platform, "zqxotter");

        Assert.Contains("test_open.plain (Base64)", places);
        Assert.Contains("test_open.bytes (UTF-16)", places);
    }

    private static async Task<IEnumerable<(string Name, long Rows)>> WrittenAsync(TestPlatform platform)
    {
        string[] tables = ["platform_person", "identity_account", "cases_answers", "cases_file", "cases_note", "payments_receipt", "notices_notice", "documents_document"];
        var rows = await RowCounts.OfAllAsync(platform);
        return tables.Select(t => (t, rows[t]));
    }

    // Without a name: what was written is sealed all the same.
    private static async Task ComplainAsync(TestPlatform platform, string mark)
    {
        var somebody = new FormClient(platform.Client());
        await somebody.GetAsync("/en/apply/complaint");
        await somebody.PostAsync(("without-name", "yes"));
        await somebody.PostAsync(("subject", "official"), ("about_organization", Office.Registry), ("kind", "delay"));
        await somebody.PostAsync(("official_name", $"{mark}official"), ("official_description", $"Sits below the {mark} picture"));
        await somebody.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"));
        await somebody.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"), ("place.district", "XA01"), ("description", $"He said {mark} to me"));
        await somebody.PostAsync(("add", "evidence"));
        await somebody.UploadAsync("evidence.0.evidence_file", $"{mark}.pdf", System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4 {mark}"), ("evidence.0._", ""), ("evidence.0.evidence_file", ""));
        await somebody.PostAsync(("truthful", "yes"));
        Assert.True(somebody.At.EndsWith("/check", StringComparison.Ordinal), $"{somebody.At} {somebody.Html}");
        await somebody.PostAsync();
        Assert.True(somebody.At.EndsWith("/sent", StringComparison.Ordinal), $"{somebody.At} {somebody.Html}");
    }
}
