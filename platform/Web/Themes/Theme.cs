using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Platform.Web.Installing;
using Platform.Web.Sites;

namespace Platform.Web.Themes;

/// <summary>A pack's looks as a style sheet of custom properties, with the files it names.</summary>
public sealed class Theme
{
    private static readonly string[] Pressed = ["brand", "accent", "error"];
    private readonly SiteLooks looks;

    public Theme(SiteLooks looks)
    {
        this.looks = looks;
        Digest = DigestOf(looks);
        Css = Encoding.UTF8.GetBytes(Render());
        PackedCss = Pack(Css);
    }

    /// <summary>Changes with any byte of the theme; part of its URLs.</summary>
    public string Digest { get; }

    public byte[] Css { get; }

    /// <summary>The style sheet as Brotli packs it.</summary>
    internal byte[] PackedCss { get; }

    public string StyleSheetUrl => Url("theme.css");

    public string? LogoUrl => looks.Logo is { } logo ? Url(logo) : null;

    public string? FaviconUrl => looks.Favicon is { } icon ? Url(icon) : null;

    internal byte[]? File(string path) => path == "theme.css" ? Css : looks.Files.GetValueOrDefault(path) ?? AppIcon.Draw(path, looks);

    /// <summary>The URL of a file of the theme.</summary>
    internal string Url(string path) => $"/theme/{Digest}/{path}";

    private string Render()
    {
        var css = new StringBuilder();
        foreach (var font in looks.Fonts)
        {
            css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:\"{font.Family}\";font-weight:{font.Weight};font-display:swap;src:url({Url(font.File)})}}");
        }

        css.Append(":root{");
        foreach (var (token, colour) in looks.Colours.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            css.Append(CultureInfo.InvariantCulture, $"--{token}:{colour};");
        }

        // Old phones do not mix colours themselves.
        foreach (var token in Pressed.Where(looks.Colours.ContainsKey))
        {
            css.Append(CultureInfo.InvariantCulture, $"--{token}-deep:{Darker(looks.Colours[token])};");
        }

        css.Append(CultureInfo.InvariantCulture, $"--radius:{looks.Radius};--space:{looks.Spacing};--line-height:{looks.LineHeight};--font:{Families(looks.BodyFonts)};");
        css.Append(CultureInfo.InvariantCulture, $"--font-heading:{(looks.HeadingFonts.Count > 0 ? Families(looks.HeadingFonts) : "var(--font)")}}}");
        return css.ToString();
    }

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain);
        }

        return packed.ToArray();
    }

    private static string Families(IReadOnlyList<string> families) => string.Join(',', families.Select(f => $"\"{f}\"").Append("system-ui").Append("sans-serif"));

    private static string Darker(string hex)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * 72 / 100);
        return "#" + string.Concat(parts.Select(p => p.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string DigestOf(SiteLooks looks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        foreach (var (token, colour) in looks.Colours.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Add($"{token} {colour}");
        }

        Add(string.Create(CultureInfo.InvariantCulture, $"{looks.Radius} {looks.Spacing} {looks.LineHeight}"));
        Add($"{string.Join('|', looks.BodyFonts)} {string.Join('|', looks.HeadingFonts)} {looks.Logo} {looks.Favicon} {string.Join('|', looks.Fonts)}");
        foreach (var (path, content) in looks.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Add(path);
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
