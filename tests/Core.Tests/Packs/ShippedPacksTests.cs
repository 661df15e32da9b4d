using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

/// <summary>The packs in <c>templates/packs</c> are what a newcomer sees first.</summary>
public sealed class ShippedPacksTests
{
    private static readonly string[] FiveServices = ["birth-registration", "business-name-reservation", "complaint", "driving-licence-renewal", "residence-certificate"];

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public void It_reads_without_a_mistake_and_holds_the_five_services(string name)
    {
        var pack = Read(name).Pack!;

        Assert.Equal(FiveServices, pack.Services.All.Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.True(pack.Brand.Demonstration);
    }

    [Fact]
    public void Laos_has_its_places_and_reports_the_villages_without_a_district()
    {
        var result = Read("e-laos");
        var areas = result.Pack!.Areas;

        Assert.Equal((18, 148, 8_940 - 24), (areas.OfLevel("province").Count(), areas.OfLevel("district").Count(), areas.OfLevel("village").Count()));
        Assert.Equal(24, result.Warnings.Count(w => w.File == "areas.csv"));
    }

    [Fact]
    public void Nothing_invented_for_the_starter_pack_is_left_in_Laos()
    {
        var pack = Read("e-laos").Pack!;

        Assert.Equal(16, pack.Organizations.Count);
        Assert.DoesNotContain(pack.Areas.All, a => a.Code.StartsWith('X'));
        Assert.DoesNotContain(pack.Calendar.Holidays, h => h.Id == "founding-day");
    }

    [Fact]
    public void Every_text_of_e_Laos_has_a_Lao_wording_under_its_address()
    {
        var pack = Read("e-laos").Pack!;
        var lao = pack.Locales["lo"][^1].Text;

        var missing = pack.Sentences.Select(t => t.Text).Where(t => !lao.Contains(Entry(t), StringComparison.Ordinal)).Select(t => t.Address).ToList();

        Assert.Empty(missing);
    }

    [Fact]
    public void A_text_of_a_template_without_a_wording_is_reported_with_its_line()
    {
        using var folder = new TestFolder();
        folder.TakePack("starter");
        File.AppendAllText(folder["starter/notices/approved.hbs"], "\n{{t \"Come soon\"}}\n");
        File.WriteAllText(folder["starter/pack.yaml"], File.ReadAllText(folder["starter/pack.yaml"]).Replace("languages: [en]", "languages: [en, fr]", StringComparison.Ordinal));

        var result = new PackLoader(new()).Load(folder["starter"]);
        var line = File.ReadAllLines(folder["starter/notices/approved.hbs"]).Length;

        Assert.Contains(result.Warnings, w => w.File == "notices/approved.hbs" && w.Line == line && w.Message.ToString().Contains("'Come soon' has no wording in 'fr'", StringComparison.Ordinal));
        Assert.DoesNotContain(Read("e-laos").Warnings, w => w.File.EndsWith(".hbs", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_refuses_its_invented_fees_laws_and_holidays()
    {
        var refused = new PackLoader(new(), production: true).Load(Folder("e-laos")).Problems.Select(p => p.File).Distinct().ToList();

        Assert.Contains("calendar.yaml", refused);
        Assert.Contains("services/complaint.yaml", refused);
    }

    private static string Entry(PackText text) =>
        $"msgctxt \"{text.Address}\"\nmsgid \"{text.Source.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"\nmsgstr \"";

    private static string Folder(string name) => Path.Combine(TestFolder.RepositoryRoot, "templates/packs", name);

    private static PackLoadResult Read(string name)
    {
        var result = new PackLoader(new()).Load(Folder(name));
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        return result;
    }
}
