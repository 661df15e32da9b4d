using System.Globalization;
using System.Text;
using Platform.Web.Sites;

namespace Platform.Web.Installing;

/// <summary>The icon of the installed site: the pack's own inside a drawing that is sharp at every size, or a plain gate in the brand's colours.</summary>
internal static class AppIcon
{
    public const string Plain = "app-icon.svg";

    /// <summary>On the brand's ground with room around it: a device cuts its own shape out.</summary>
    public const string Maskable = "app-icon-maskable.svg";

    private const int Side = 512;

    // What always stays is a circle of four fifths of the side (W3C manifest, "icon masks"): a square inside it leaves this much around.
    private const int Margin = 112;

    private const string Gate = "M96 448V224a160 160 0 0 1 320 0v224h-96V224a64 64 0 0 0-128 0v224z";

    /// <returns>An SVG image; null where the name is none of these.</returns>
    public static byte[]? Draw(string name, SiteLooks looks) => name switch
    {
        Plain => Svg(Picture(looks, looks.Colours.GetValueOrDefault("brand", "#1f2937"), 0)),
        Maskable => Svg(Ground(looks) + Picture(looks, looks.Colours.GetValueOrDefault("on-brand", "#ffffff"), Margin)),
        _ => null,
    };

    private static string Ground(SiteLooks looks) => $"""<rect width="{Side}" height="{Side}" fill="{looks.Colours.GetValueOrDefault("brand", "#1f2937")}"/>""";

    private static string Picture(SiteLooks looks, string colour, int margin)
    {
        var size = Side - (2 * margin);
        if ((looks.Favicon ?? looks.Logo) is { } path && looks.Files.GetValueOrDefault(path) is { } image)
        {
            var type = path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? "svg+xml" : "png";
            return $"""<image x="{margin}" y="{margin}" width="{size}" height="{size}" href="data:image/{type};base64,{Convert.ToBase64String(image)}"/>""";
        }

        return string.Create(CultureInfo.InvariantCulture, $"""<path transform="translate({margin} {margin}) scale({size / (double)Side:0.###})" fill="{colour}" d="{Gate}"/>""");
    }

    private static byte[] Svg(string content) =>
        Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}" width="{Side}" height="{Side}">{content}</svg>""");
}
