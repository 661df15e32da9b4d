using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Cli.NewPacks;

/// <summary>Colours of its own for a country that has chosen none, so that no two look alike: a hue from the pack's name, dark enough for white letters (WCAG 1.4.3).</summary>
internal sealed class NewTheme(string name)
{
    private readonly int hue = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] * 360 / 256;

    public Dictionary<string, object> Colours => new()
    {
        ["brand"] = Hex(hue, 0.5, 0.22),
        ["on-brand"] = "#ffffff",
        ["accent"] = Hex(hue + 160, 0.55, 0.26),
        ["on-accent"] = "#ffffff",
        ["link"] = Hex(hue, 0.6, 0.28),
    };

    public string Logo => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" role="img" aria-label="Placeholder mark">
          <!-- A placeholder: two rings. No emblem, flag or ministry logo. -->
          <circle cx="24" cy="24" r="23" fill="#ffffff"/>
          <circle cx="24" cy="24" r="17" fill="none" stroke="{Colours["brand"]}" stroke-width="5"/>
          <circle cx="24" cy="24" r="7" fill="{Colours["accent"]}"/>
        </svg>

        """;

    // CSS Color 4, 7: HSL to sRGB.
    private static string Hex(int hue, double saturation, double lightness)
    {
        byte Channel(int n)
        {
            var k = (n + hue / 30.0) % 12;
            var amount = lightness - saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1));
            return (byte)Math.Round(amount * 255);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{Channel(0):x2}{Channel(8):x2}{Channel(4):x2}");
    }
}
