using Platform.Cli.Packs;
using Platform.Cli.Tests.Import;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Catalogue;

public sealed class LocalizeTests : IDisposable
{
    private readonly TestFolder folder = new();

    public LocalizeTests()
    {
        folder.TakePack("starter");
        folder.TakePack("e-laos");
    }

    [Fact]
    public void A_variant_holds_only_what_differs()
    {
        var run = Egov.Run("service", "localize", "library-card", "--area", "06", "--pack", Laos);
        Assert.Equal(1, run.Code);

        run = Egov.Run("service", "localize", "water-connection", "--area", "06", "--pack", Laos, "--set", "channels=[counter]", "--set", "deadline={within: 30 working days, example: true}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            variant-of: water-connection
            area: "06"
            channels: [counter]
            deadline: {within: 30 working days}

            """, File.ReadAllText(Variant("water-connection"))[(File.ReadAllText(Variant("water-connection")).IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.DoesNotContain("services/", Egov.Run("check", Laos).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_differs_yet_it_says_so_and_passes_the_check()
    {
        var run = Egov.Run("service", "localize", "water-connection", "--area", "06", "--pack", Laos);

        Assert.Equal("services/local/06/water-connection.yaml: nothing differs yet\n", run.Output);
        Assert.Equal(0, Egov.Run("check", Laos).Code);
    }

    [Fact]
    public void Another_name_of_the_service_becomes_a_variant_with_its_translations()
    {
        var national = YamlWriter.Write(PackCheck.Load(Laos, production: false).Pack!.Services.Find("water-connection")!.Definition);
        File.WriteAllText(folder["e-laos/services/water-meter.yaml"], national
            .Replace("id: water-connection", "id: water-meter", StringComparison.Ordinal).Replace("title: Water connection", "title: Water meter", StringComparison.Ordinal)
            .Replace("amount: 800000", "amount: 700000", StringComparison.Ordinal));
        File.AppendAllText(folder["e-laos/locales/lo.po"], "\nmsgctxt \"service/water-meter#title\"\nmsgid \"Water meter\"\nmsgstr \"ເຄື່ອງວັດແທກນ້ຳ\"\n");
        var run = Egov.Run("service", "localize", "water-connection", "--area", "06", "--pack", Laos, "--like", "water-meter");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 translations were put beside those of water-connection. services/water-meter.yaml can go now: nothing of it is lost.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("variant-of: water-connection\narea: \"06\"\ntitle: Water meter\nfees:\n  - {id: connection, amount: 700000}\n", File.ReadAllText(Variant("water-connection")), StringComparison.Ordinal);
        File.Delete(folder["e-laos/services/water-meter.yaml"]);
        var pack = PackCheck.Load(Laos, production: false).Pack!;
        pack.Areas.TryFind("06", out var area);
        Assert.Equal("ເຄື່ອງວັດແທກນ້ຳ", pack.Texts.Get("lo", pack.Services.Find("water-connection", area)!.Title).Value);
    }

    [Fact]
    public void Translations_that_stand_in_the_layer_below_come_into_a_file_of_the_packs_own()
    {
        var national = YamlWriter.Write(PackCheck.Load(Laos, production: false).Pack!.Services.Find("water-connection")!.Definition);
        File.WriteAllText(folder["e-laos/services/water-meter.yaml"], national.Replace("id: water-connection", "id: water-meter", StringComparison.Ordinal).Replace("title: Water connection", "title: Water meter", StringComparison.Ordinal));
        File.AppendAllText(folder["e-laos/locales/lo.po"], "\nmsgctxt \"service/water-meter#title\"\nmsgid \"Water meter\"\nmsgstr \"ເຄື່ອງວັດແທກນ້ຳ\"\n");
        Directory.CreateDirectory(folder["province"]);
        File.WriteAllText(folder["province/pack.yaml"], "name: province\nextends: e-laos\nversion: 1.0.0\n");
        var run = Egov.Run("service", "localize", "water-connection", "--area", "06", "--pack", folder["province"], "--like", "water-meter");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 translations were put beside those of water-connection. services/water-meter.yaml with 'remove: true' in it takes the other away here: nothing of it is lost.\n", run.Output, StringComparison.Ordinal);
        File.WriteAllText(folder["province/services/water-meter.yaml"], "remove: true\n");
        var pack = PackCheck.Load(folder["province"], production: false).Pack!;
        pack.Areas.TryFind("06", out var area);
        Assert.Null(pack.Services.Find("water-meter"));
        Assert.Equal("ເຄື່ອງວັດແທກນ້ຳ", pack.Texts.Get("lo", pack.Services.Find("water-connection", area)!.Title).Value);
    }

    [Fact]
    public void What_would_be_a_mistake_is_not_written()
    {
        var run = Egov.Run("service", "localize", "water-connection", "--area", "06", "--pack", Laos, "--set", "organization=nobody");

        Assert.Equal(1, run.Code);
        Assert.Contains("There is no organization 'nobody'", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Variant("water-connection")));
    }

    [Theory]
    [InlineData("building-permit", "06", "services/local/06/building-permit.yaml is there already: edit it.\n")]
    [InlineData("nothing", "06", "There is no national service 'nothing': one that is offered in one place only needs no variant.\n")]
    [InlineData("water-connection", "99", "There is no area '99' in areas.csv.\n")]
    public void What_cannot_be_done_is_said(string id, string area, string message) =>
        Assert.Equal((1, message), (Egov.Run("service", "localize", id, "--area", area, "--pack", Laos).Code, Egov.Run("service", "localize", id, "--area", area, "--pack", Laos).Error));

    public void Dispose() => folder.Dispose();

    private string Laos => folder["e-laos"];

    private string Variant(string id) => folder[$"e-laos/services/local/06/{id}.yaml"];
}
