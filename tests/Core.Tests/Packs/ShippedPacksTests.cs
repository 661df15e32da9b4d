using Platform.Core.Packs;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

/// <summary>The packs in <c>templates/packs</c> are what a newcomer sees first.</summary>
public sealed class ShippedPacksTests
{
    private static readonly string[] Services =
    [
        "birth-registration", "building-permit", "business-name-reservation", "business-registration", "complaint", "criminal-record-certificate",
        "death-registration", "disability-allowance", "driving-licence-renewal", "import-licence", "land-use-certificate", "marriage-registration",
        "name-change", "old-age-pension", "passport-application", "residence-certificate", "sanitary-permit", "scholarship", "school-enrolment",
        "social-insurance-card", "street-trading-permit", "tax-number", "vaccination-record", "vehicle-registration", "water-connection",
    ];

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public void It_reads_without_a_mistake_and_holds_the_services(string name)
    {
        var pack = Read(name).Pack!;

        Assert.Equal(25, Services.Length);
        Assert.Empty(Services.Except(pack.Services.All.Select(s => s.Id)));
        Assert.True(pack.Brand.Demonstration);
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    [InlineData("e-mongolia")]
    public void Each_service_says_what_to_bring_what_happens_and_how_long_it_takes_and_belongs_to_a_life_event(string name)
    {
        var services = Read(name).Pack!.Services.Everything;

        Assert.Empty(services.Where(s => s.WhatYouNeed.Count == 0 || s.Steps.Count == 0 || s.Deadline is null || s.LegalBasis.Count == 0).Select(s => s.Id));
        Assert.Empty(services.Where(s => s.Eligibility is null || s.Result is null || s.Keywords is null || s.LifeEvents.Count == 0).Select(s => s.Id));
    }

    [Fact]
    public void Laos_has_ten_services_of_its_own_and_does_five_differently_in_three_provinces()
    {
        var services = Read("e-laos").Pack!.Services;
        var variants = services.Everything.Where(s => s.Area is not null).ToList();

        Assert.Equal(10, services.All.Select(s => s.Id).Except(Services).Count());
        Assert.Equal((5, 3), (variants.Count, variants.Select(v => v.Area).Distinct().Count()));
    }

    [Fact]
    public void Mongolia_has_fifteen_services_its_aimags_and_soums_and_names_of_three_parts()
    {
        var result = Read("e-mongolia");
        var pack = result.Pack!;

        Assert.Empty(result.Warnings);
        Assert.Equal(["mn", "en", "kk"], pack.Languages);
        Assert.Equal((15, 2), (pack.Services.All.Count, pack.Services.Everything.Count(s => s.Area is not null)));
        Assert.Equal((22, 339), (pack.Areas.OfLevel("province").Count(), pack.Areas.OfLevel("district").Count()));
        Assert.Equal(["clan", "patronymic", "given"], pack.Names.Parts.Select(p => p.Id));
        Assert.Equal("Жишээ Бат Сараа", pack.Names.Show(new Dictionary<string, string> { ["given"] = "Сараа", ["patronymic"] = "Бат", ["clan"] = "Жишээ" }));
    }

    [Theory]
    [InlineData("АА94051700", true)]
    [InlineData("УБ05311231", true)] // born in November 2005: 20 is added to the month
    [InlineData("УБ05331231", false)] // no month
    [InlineData("УБ05113200", false)] // no day
    [InlineData("AA94051700", false)] // Latin letters
    public void A_register_number_is_two_letters_and_a_day_of_birth(string number, bool isRight) =>
        Assert.Equal(isRight, Read("e-mongolia").Pack!.IdNumber!.Fits(number));

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
        var lao = PoFile.Parse(pack.Locales["lo"][^1].Text, "lo.po").Translations.Where(e => e.Strings[0].Length > 0).Select(e => (e.Context, e.Id)).ToHashSet();

        Assert.Empty(pack.Sentences.Select(t => t.Text).Where(t => !lao.Contains((t.Address, t.Source))).Select(t => t.Address));
    }

    [Fact]
    public void A_text_of_a_template_without_a_wording_is_reported_with_its_line()
    {
        using var folder = new TestFolder();
        folder.TakePack("starter");
        folder.TakePack("e-laos");
        File.AppendAllText(folder["starter/notices/approved.hbs"], "\n{{t \"Come soon\"}}\n");

        var result = new PackLoader(new()).Load(folder["e-laos"]);
        var line = File.ReadAllLines(folder["starter/notices/approved.hbs"]).Length;

        Assert.Contains(result.Warnings, w => w.File == "notices/approved.hbs" && w.Line == line && w.Message.ToString().Contains("'Come soon' has no wording in 'lo'", StringComparison.Ordinal));
        Assert.DoesNotContain(Read("e-laos").Warnings, w => w.File.EndsWith(".hbs", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_refuses_its_invented_fees_laws_and_holidays()
    {
        var refused = new PackLoader(new(), production: true).Load(Folder("e-laos")).Problems.Select(p => p.File).Distinct().ToList();

        Assert.Contains("calendar.yaml", refused);
        Assert.Contains("services/complaint.yaml", refused);
    }

    private static string Folder(string name) => Path.Combine(TestFolder.RepositoryRoot, "templates/packs", name);

    private static PackLoadResult Read(string name)
    {
        var result = new PackLoader(new()).Load(Folder(name));
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        return result;
    }
}
