using System.Globalization;
using System.Text;

namespace Platform.Cli.Dossiers;

/// <summary>Bars as SVG. Their parts differ by pattern, not by colour alone, and the same figures stand in a table beneath.</summary>
internal static class BarChart
{
    private const int Left = 250;
    private const int Width = 430;
    private const int Step = 26;
    private const int Longest = 27;
    private static readonly string[] Fills = ["#1f4e79", "url(#{0}-lines)", "url(#{0}-dots)", "#ffffff"];

    public static string Write(Chart chart, string id)
    {
        var names = chart.Bars.SelectMany(b => b.Parts.Select(p => p.Name)).Distinct().ToList();
        var height = chart.Bars.Count * Step + 34;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure>\n<figcaption id=\"{id}-chart\">{DossierPage.Text(chart.Title)}</figcaption>\n<svg role=\"img\" aria-labelledby=\"{id}-chart\" viewBox=\"0 0 760 {height}\" xmlns=\"http://www.w3.org/2000/svg\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<defs><pattern id=\"{id}-lines\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"3\" height=\"6\" fill=\"#1f4e79\"/></pattern><pattern id=\"{id}-dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><circle cx=\"3\" cy=\"3\" r=\"1.3\" fill=\"#1f4e79\"/></pattern></defs>\n");
        for (var i = 0; i < names.Count; i++)
        {
            var x = Left + i * 120;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"4\" width=\"14\" height=\"14\" fill=\"{Fill(i, id)}\" stroke=\"#1a1a1a\"/><text x=\"{x + 20}\" y=\"16\">{DossierPage.Text(names[i])}</text>\n");
        }

        for (var row = 0; row < chart.Bars.Count; row++)
        {
            Append(svg, chart.Bars[row], names, 30 + row * Step, id);
        }

        return svg.Append("</svg>\n</figure>\n").ToString();
    }

    public static Table Table(Chart chart)
    {
        var names = chart.Bars.SelectMany(b => b.Parts.Select(p => p.Name)).Distinct().ToList();
        return new($"{chart.Title}, in {chart.Unit}", ["", .. names], [.. chart.Bars.Select(b => (IReadOnlyList<string>)[b.Label, .. names.Select(n => Shown(b.Parts.Where(p => p.Name == n).Sum(p => p.Value)))])]);
    }

    private static void Append(StringBuilder svg, Bar bar, List<string> names, int y, string id)
    {
        var label = bar.Label.Length > Longest ? $"{bar.Label[..Longest]}…" : bar.Label;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 13}\" text-anchor=\"end\">{DossierPage.Text(label)}</text>\n");
        var x = (double)Left;
        foreach (var (name, value) in bar.Parts.Where(p => p.Value > 0))
        {
            var width = bar.Whole <= 0 ? 0 : value / bar.Whole * Width;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"18\" fill=\"{Fill(names.IndexOf(name), id)}\" stroke=\"#1a1a1a\"/>\n");
            x += width;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 6:0.#}\" y=\"{y + 13}\">{Shown(bar.Parts.Sum(p => p.Value))}</text>\n");
    }

    private static string Fill(int part, string id) => string.Format(CultureInfo.InvariantCulture, Fills[part % Fills.Length], id);

    private static string Shown(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
