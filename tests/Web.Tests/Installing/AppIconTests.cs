using System.Text;
using System.Xml.Linq;
using Platform.Web.Installing;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Tests.Installing;

public sealed class AppIconTests
{
    private static readonly SiteLooks Bare = UnnamedSite.Site.Looks with { Colours = new Dictionary<string, string> { ["brand"] = "#6b1f3a", ["on-brand"] = "#fff0f5" } };

    [Fact]
    public void A_pack_without_icon_gets_a_gate_in_its_colours()
    {
        Assert.Equal(["#6b1f3a"], Fills(Draw(AppIcon.Plain, Bare)));
        Assert.Equal(["#6b1f3a", "#fff0f5"], Fills(Draw(AppIcon.Maskable, Bare)));
        Assert.All(["#6b1f3a", "#fff0f5"], colour => Assert.DoesNotContain(colour, Draw(AppIcon.Maskable, UnnamedSite.Site.Looks).ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("media/icon.svg", "data:image/svg+xml;base64,AQI=")]
    [InlineData("media/icon.png", "data:image/png;base64,AQI=")]
    public void A_packs_icon_goes_before_its_logo(string icon, string expected)
    {
        var looks = Bare with { Favicon = icon, Logo = "media/logo.svg", Files = new Dictionary<string, byte[]> { [icon] = [1, 2], ["media/logo.svg"] = [3] } };
        Assert.Equal(expected, Image(Draw(AppIcon.Plain, looks)).Attribute("href")!.Value);
    }

    [Fact]
    public void What_a_device_cuts_off_at_most_is_ground_only()
    {
        var looks = Bare with { Logo = "media/logo.svg", Files = new Dictionary<string, byte[]> { ["media/logo.svg"] = [3] } };
        var image = Image(Draw(AppIcon.Maskable, looks));
        var (margin, size) = (Number(image, "x"), Number(image, "width"));
        Assert.Equal(512, size + (2 * margin));
        Assert.True(size * Math.Sqrt(2) <= 512 * 0.8, "the corners of the picture stand outside the circle that always stays");
    }

    [Fact]
    public void Icons_are_files_of_the_theme_and_others_are_not_invented()
    {
        var theme = new Theme(Bare);
        Assert.NotNull(theme.File(AppIcon.Plain));
        Assert.Null(theme.File("app-icon.png"));
    }

    private static XElement Draw(string name, SiteLooks looks) => XElement.Parse(Encoding.UTF8.GetString(AppIcon.Draw(name, looks)!));

    private static IEnumerable<string> Fills(XElement drawing) => drawing.Elements().Attributes("fill").Select(a => a.Value);

    private static XElement Image(XElement drawing) => drawing.Elements().Single(e => e.Name.LocalName == "image");

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
