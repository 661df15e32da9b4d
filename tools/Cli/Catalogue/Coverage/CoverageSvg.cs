using System.Globalization;
using System.Security;
using System.Text;

namespace Platform.Cli.Catalogue.Coverage;

/// <summary>The table as a drawing: a shape for each kind of offer, so that it can be read without colours and on a photocopy.</summary>
internal static class CoverageSvg
{
    private const int Cell = 20, Names = 320, Heads = 150, Legend = 40, Radius = 6;

    public static string Draw(CoverageTable table)
    {
        var (width, height) = (Names + (table.Places.Count * Cell) + Heads, Heads + (table.Rows.Count * Cell) + Legend);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="t d" font-family="'Noto Sans', 'Noto Sans Lao', sans-serif" font-size="12">
            <title id="t">{Text(table.Name)}: services by {Text(table.Level)}</title>
            <desc id="d">{Text(Told(table))}</desc>
            <rect width="100%" height="100%" fill="#ffffff"/>

            """);
        foreach (var (column, place) in table.Places.Index())
        {
            var x = Names + (column * Cell) + (Cell / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate({x + 4} {Heads - 8}) rotate(-60)\">{Text(place.Name)}</text>\n");
        }

        foreach (var (line, row) in table.Rows.Index())
        {
            Row(svg, table, row, Heads + (line * Cell), line % 2 == 1, width);
        }

        Explain(svg, Heads + (table.Rows.Count * Cell) + (Legend / 2));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Row(StringBuilder svg, CoverageTable table, CoverageRow row, int y, bool shaded, int width)
    {
        if (shaded)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"{y}\" width=\"{width}\" height=\"{Cell}\" fill=\"#f3f4f5\"/>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names - 10}\" y=\"{y + 14}\" text-anchor=\"end\">{Text(Short(row.Title))}</text>\n");
        foreach (var (column, offer) in row.Offers.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Text(row.Title)}, {Text(table.Places[column].Name)}: {Word(offer)}</title>{Shape(offer, Names + (column * Cell) + (Cell / 2), y + (Cell / 2))}</g>\n");
        }
    }

    private static string Shape(Offer offer, int x, int y) => offer switch
    {
        Offer.National => Said($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius - 1}\" fill=\"#5b6770\"/>"),
        Offer.Own => Said($"<path d=\"M{x} {y - Radius - 1}L{x + Radius + 1} {y}L{x} {y + Radius + 1}L{x - Radius - 1} {y}Z\" fill=\"#12456b\"/>"),
        Offer.Part => Said($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius - 1}\" fill=\"none\" stroke=\"#5b6770\" stroke-width=\"1.5\"/><path d=\"M{x} {y - Radius + 1}A{Radius - 1} {Radius - 1} 0 0 0 {x} {y + Radius - 1}Z\" fill=\"#5b6770\"/>"),
        _ => Said($"<circle cx=\"{x}\" cy=\"{y}\" r=\"1\" fill=\"#5b6770\"/>"),
    };

    private static string Said(FormattableString text) => FormattableString.Invariant(text);

    private static void Explain(StringBuilder svg, int y)
    {
        foreach (var (number, offer) in Enum.GetValues<Offer>().Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"{Shape(offer, 20 + (number * 190), y)}<text x=\"{34 + (number * 190)}\" y=\"{y + 4}\">{Word(offer)}</text>\n");
        }
    }

    private static string Told(CoverageTable table) => FormattableString.Invariant(
        $"{table.Rows.Count} services in {table.Places.Count} places; {table.Rows.Count(r => r.IsEverywhere)} are the same everywhere, {table.Rows.SelectMany(r => r.Offers).Count(o => o == Offer.Own)} times a place has a variant of its own.");

    private static string Word(Offer offer) => offer switch { Offer.National => "as in the whole country", Offer.Own => "a variant of its own", Offer.Part => "in a part of it", _ => "not offered" };

    private static string Short(string title) => title.Length <= 46 ? title : $"{title[..45]}…";

    private static string Text(string text) => SecurityElement.Escape(text);
}
