using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Platform.Cli.Dossiers;
using Platform.Testing;

namespace Platform.Cli.Tests.Dossiers;

public sealed partial class DossierTests : IDisposable
{
    private static readonly string[] Chapters = ["versions", "keys", "backups", "health", "dependencies", "languages", "accessibility", "services", "owners", "use", "dpia", "dpg", "egdi", "gtmi"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_statement_has_evidence_or_a_way_to_find_out(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "e-laos", configure: null, "--demo");
        await platform.SettleAsync();
        await File.WriteAllTextAsync(folder["sbom.cdx.json"], """{"components":[{"type":"library","name":"Dapper","version":"2.1.86","scope":"required","licenses":[{"expression":"Apache-2.0"}]},{"type":"file","name":"x"}]}""");

        var (code, output) = await RunAsync(platform, "--sbom", folder["sbom.cdx.json"]);

        Assert.True(code == 0, output);
        var sections = JsonNode.Parse(await File.ReadAllTextAsync(folder["dossier.json"]))!["sections"]!.AsArray();
        Assert.Equal(Chapters, sections.Select(s => s!["id"]!.ToString()));
        Assert.All(sections.SelectMany(s => s!["statements"]!.AsArray()), s => Assert.False(string.IsNullOrWhiteSpace(s!["evidence"]!.ToString()), s.ToJsonString()));
        Assert.Equal(11, sections.Single(s => s!["id"]!.ToString() == "dpg")!["statements"]!.AsArray().Count);
        var use = sections.Single(s => s!["id"]!.ToString() == "use")!["statements"]![0]!["says"]!.ToString();
        Assert.DoesNotMatch("^0 applications", use);
    }

    [Fact]
    public async Task A_measure_that_the_doctor_refutes_is_no_statement_of_fact()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        foreach (var copy in new[] { "keys/20250101T000000Z", "keys/20250102T000000Z" })
        {
            Directory.CreateDirectory(folder[copy]);
            await File.WriteAllTextAsync(folder[$"{copy}/SHA256SUMS"], "");
        }

        Assert.Equal(0, (await RunAsync(platform, "--backups", folder.Path)).Code);
        var statements = JsonNode.Parse(await File.ReadAllTextAsync(folder["dossier.json"]))!["sections"]!.AsArray().SelectMany(s => s!["statements"]!.AsArray()).ToList();
        var promises = statements.Where(s => s!["says"]!.ToString().Contains("gone from all backups", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, promises.Count);
        Assert.All(promises, p => Assert.False(p!["known"]!.GetValue<bool>(), p.ToJsonString()));
        Assert.All(promises, p => Assert.StartsWith("Remove ", p!["evidence"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_needs_nothing_else_and_has_what_readers_need()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "e-laos");

        Assert.Equal(0, (await RunAsync(platform)).Code);

        var html = await File.ReadAllTextAsync(folder["dossier.html"]);
        // As XML it is well-formed but for what stands alone in HTML.
        var page = XDocument.Parse(Alone().Replace(html, "<$1/>").Replace("<!doctype html>", "", StringComparison.Ordinal)).Root!;
        Assert.Empty(page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" && !a.Value.StartsWith('#')).Select(a => a.ToString()));
        Assert.Empty(page.Descendants("script"));
        Assert.Equal("en", page.Attribute("lang")!.Value);
        Assert.All(page.Descendants("table"), t => Assert.NotNull(t.Element("caption")));
        Assert.All(page.Descendants("th"), t => Assert.NotNull(t.Attribute("scope")));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants().Attributes("aria-labelledby"), a => Assert.Contains(a.Value, ids));
        Assert.Contains(page.Descendants(), e => e.Name.LocalName == "svg");
        Assert.DoesNotMatch(@"\brank(ed|s)? [0-9]|\btop [0-9]", html);
    }

    [Fact]
    public async Task It_is_printed_where_Chromium_is()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium-headless-shell") || File.Exists("/usr/bin/chromium"), "Not installed: chromium");
        await using var platform = await TestPlatform.StartAsync(pack: "starter");

        var (code, output) = await RunAsync(platform);

        Assert.True(code == 0, output);
        Assert.Equal("%PDF-"u8.ToArray(), (await File.ReadAllBytesAsync(folder["dossier.pdf"]))[..5]);
    }

    private async Task<(int Code, string Output)> RunAsync(TestPlatform platform, params string[] args)
    {
        var output = new StringWriter();
        string[] all = ["--data", platform.Folder, "--database", platform.ConnectionString, "--locales", Path.Combine(TestFolder.RepositoryRoot, "locales"), "--out", folder.Path, .. args];
        var code = await DossierCommand.Create().Parse(all).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    [GeneratedRegex("<(meta[^>]*)>")]
    private static partial Regex Alone();
}
