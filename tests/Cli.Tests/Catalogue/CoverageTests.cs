using System.Xml.Linq;
using Platform.Cli.Catalogue.Coverage;
using Platform.Cli.Packs;
using Platform.Cli.Tests.Import;
using Platform.Testing;

namespace Platform.Cli.Tests.Catalogue;

public sealed class CoverageTests : IDisposable
{
    private static readonly string Laos = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/e-laos");
    private readonly TestFolder folder = new();

    [Fact]
    public void Variants_stand_where_their_place_is_and_the_rest_is_as_in_the_whole_country()
    {
        var table = Table(null);

        Assert.Equal(18, table.Places.Count);
        Assert.Equal(["06"], Places(table, "building-permit", Offer.Own));
        Assert.Equal(["09"], Places(table, "uxo-clearance", Offer.Own));
        Assert.Equal(17, Places(table, "building-permit", Offer.National).Count());
        Assert.True(table.Rows.Single(r => r.Id == "birth-registration").IsEverywhere);
    }

    [Fact]
    public void What_is_offered_in_a_part_only_is_told_apart_from_what_is_not_offered()
    {
        folder.TakePack("starter");
        var areas = File.ReadAllLines(folder["starter/areas.csv"]).Skip(1).Select(l => l.Split(',')).ToList();
        var province = areas.First(a => a[1].Length == 0)[0];
        var district = areas.First(a => a[1] == province)[0];
        Directory.CreateDirectory(folder[$"starter/services/local/{district}"]);
        File.WriteAllText(folder[$"starter/services/local/{district}/building-permit.yaml"], "channels: [counter]\n");

        var table = CoverageTable.Of(PackCheck.Load(folder["starter"], production: false).Pack!, null, "en")!;

        Assert.Equal([province], Places(table, "building-permit", Offer.Part));
    }

    [Fact]
    public void The_drawing_has_a_shape_for_each_cell_and_is_sound()
    {
        var table = Table(null);
        var svg = XDocument.Parse(CoverageSvg.Draw(table));
        XNamespace ns = "http://www.w3.org/2000/svg";
        var cells = svg.Descendants(ns + "g").Select(g => g.Element(ns + "title")!.Value).ToList();

        Assert.Equal(table.Rows.Count * 18, cells.Count);
        Assert.Equal(table.Rows.SelectMany(r => r.Offers).Count(o => o == Offer.Own), cells.Count(c => c.EndsWith(": a variant of its own", StringComparison.Ordinal)));
        Assert.Equal("img", svg.Root!.Attribute("role")!.Value);
    }

    [Fact]
    public void It_is_printed_and_drawn()
    {
        var run = Egov.Run("catalogue", "coverage", Laos, "--language", "en", "--svg", folder["coverage.svg"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"\nbuilding-permit +● ● ● ● ● ◆ ●", run.Output);
        Assert.Contains("06: ", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["coverage.svg"]));
        Assert.Equal("The pack has no places of the level 'canton': use one of province, district, village.\n", Egov.Run("catalogue", "coverage", Laos, "--level", "canton").Error);
    }

    public void Dispose() => folder.Dispose();

    private static CoverageTable Table(string? level) => CoverageTable.Of(PackCheck.Load(Laos, production: false).Pack!, level, "en")!;

    private static IEnumerable<string> Places(CoverageTable table, string id, Offer offer) =>
        table.Rows.Single(r => r.Id == id).Offers.Zip(table.Places).Where(o => o.First == offer).Select(o => o.Second.Code);
}
