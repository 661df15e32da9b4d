using System.Globalization;
using Platform.Core.Data;
using Platform.Core.Templates;
using Platform.Core.Tests.Texts;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Templates;

public sealed class TemplateTests : IDisposable
{
    private static readonly Dictionary<string, object?> Data = new()
    {
        ["name"] = "Keo <b>ແກ້ວ</b>",
        ["issued"] = new DateOnly(2026, 11, 2),
        ["at"] = Instant.Parse("2026-11-02T17:30:00.000000Z"),
        ["fee"] = new TemplateMoney(2_000_000, "LAK", 2),
        ["pages"] = 1200,
        ["urgent"] = true,
        ["holder"] = new Dictionary<string, object?> { ["village"] = "Ban Phonsavanh" },
        ["children"] = new List<object?> { new Dictionary<string, object?> { ["name"] = "Noy" }, new Dictionary<string, object?> { ["name"] = "Lek" } },
        ["notes"] = new[] { "one", "two" },
    };

    private readonly TextsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("{{name}}", "Keo &lt;b&gt;ແກ້ວ&lt;/b&gt;")]
    [InlineData("{{holder.village}}", "Ban Phonsavanh")]
    [InlineData("{{issued}}|{{date issued}}|{{date issued \"month\"}}|{{date issued 'year'}}", "2 November 2026|2 November 2026|November 2026|2026")]
    [InlineData("{{date issued \"short\"}}|{{date issued \"long\"}}", "02/11/2026|Monday, 2 November 2026")]
    [InlineData("{{at}}", "2 November 2026, 17:30")]
    [InlineData("{{money fee}}", "20,000&#xA0;LAK")]
    [InlineData("{{figures pages}} {{pages}}", "1,200 1200")]
    [InlineData("{{#if urgent}}now{{else}}later{{/if}}", "now")]
    [InlineData("{{#unless urgent}}a{{else}}b{{/unless}}", "b")]
    [InlineData("{{#if (eq pages 5)}}five{{else if (eq name \"x\")}}x{{else}}none{{/if}}", "none")]
    [InlineData("{{#if (eq pages 1200)}}yes{{/if}}", "yes")]
    [InlineData("{{#each children}}{{@index}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}", "0Noy, 1Lek")]
    [InlineData("{{#each children}}{{../holder.village}};{{/each}}", "Ban Phonsavanh;Ban Phonsavanh;")]
    [InlineData("{{#each notes}}<li>{{this}}</li>{{/each}}", "<li>one</li><li>two</li>")]
    [InlineData("{{#with holder}}{{village}}{{/with}}", "Ban Phonsavanh")]
    [InlineData("a{{! a note }}{{!-- {{name}} --}}b", "ab")]
    [InlineData("a {{~urgent~}} b", "aTrueb")]
    public void A_template_writes_its_values(string text, string output) => Assert.Equal(output, Html(text));

    [Theory]
    [InlineData("[{{nothing}}{{nothing.deeper}}{{date nothing}}{{money nothing}}{{figures nothing}}{{#each nothing}}x{{/each}}{{#if nothing}}x{{/if}}]")]
    [InlineData("[{{#each name}}x{{/each}}{{#each pages}}x{{/each}}{{#each issued}}x{{/each}}]")]
    [InlineData("[{{name.Length}}{{issued.Year}}{{children.Count}}{{notes.Count}}{{holder.Keys.Count}}{{fee.Value.Currency}}{{at.Microseconds}}]")]
    public void What_is_not_in_the_data_is_empty_and_objects_are_closed(string text) => Assert.Equal("[]", Html(text));

    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("tr")]
    public void The_culture_of_the_process_changes_nothing(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);

        Assert.Equal("2 November 2026 20,000&#xA0;LAK -5", Html("{{issued}} {{fee}} {{minus}}", new() { ["issued"] = Data["issued"], ["fee"] = Data["fee"], ["minus"] = -5 }));
    }

    [Fact]
    public void Plain_text_is_not_encoded() => Assert.Equal("Keo <b>ແກ້ວ</b>", Read("{{name}}", TemplateKind.PlainText).Render("en-GB", Data));

    [Fact]
    public void Texts_come_from_the_pack_in_the_language_of_the_output()
    {
        var pack = new PackTexts { Catalog = TextsOnDisk.Catalog("lo", "msgctxt \"document/rc\"\nmsgid \"Issued to {0}\"\nmsgstr \"ອອກໃຫ້ {0}\"\n") };
        var template = Read("{{t \"Issued to {0}\" name}}");

        Assert.Equal("ອອກໃຫ້ Keo &lt;b&gt;ແກ້ວ&lt;/b&gt;", template.Render("lo", Data, pack));
        Assert.Equal("Issued to ", template.Render("en", new Dictionary<string, object?>(), pack));
        Assert.Equal([new PackText("document/rc", "Issued to {0}")], template.Texts);
    }

    [Fact]
    public void Partials_come_from_the_pack()
    {
        Dictionary<string, TemplateSource> partials = new() { ["footer"] = new("document/footer", "documents/footer.hbs", "<i>{{name}} {{t \"Seal\"}}</i>") };
        var template = Engine.Read(Source("{{#each children}}{{> footer}}{{/each}}"), TemplateKind.Html, partials);

        Assert.Equal("<i>Noy Seal</i><i>Lek Seal</i>", template.Render("en", Data));
        Assert.Contains(new PackText("document/footer", "Seal"), template.Texts);
        Assert.Equal("documents/footer.hbs", Assert.Single(template.Check(new HashSet<string> { "children[].age" })).File);
    }

    [Fact]
    public void Output_without_bound_is_stopped()
    {
        var items = Enumerable.Range(0, 2000).Select(i => (object?)"x").ToList();

        Assert.Throws<TemplateTooLongException>(() => Html("{{#each items}}{{#each ../items}}{{this}}{{/each}}{{/each}}", new() { ["items"] = items }));
    }

    [Fact]
    public void Only_plain_data_is_taken()
    {
        Assert.Throws<ArgumentException>(() => Html("{{x}}", new() { ["x"] = new Uri("http://localhost") }));
        Assert.Throws<ArgumentException>(() => Html("{{x}}", new() { ["x"] = new object?[] { "text", 5 } }));
    }

    [Fact]
    public async Task One_template_serves_many_threads_and_languages_at_once()
    {
        var template = Read("{{date issued}}");

        var outputs = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => template.Render(i % 2 == 0 ? "lo" : "en-GB", Data))));

        Assert.All(outputs.Index(), o => Assert.Equal(o.Index % 2 == 0 ? "2 ພະຈິກ 2026" : "2 November 2026", o.Item));
    }

    private TemplateEngine Engine => new(disk.Texts);

    private static TemplateSource Source(string text) => new("document/rc", "documents/rc.hbs", text);

    private Template Read(string text, TemplateKind kind = TemplateKind.Html) => Engine.Read(Source(text), kind);

    private string Html(string text, Dictionary<string, object?>? data = null) => Read(text).Render("en-GB", data ?? Data);
}
