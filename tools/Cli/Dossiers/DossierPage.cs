using System.Globalization;
using System.Net;
using System.Text;

namespace Platform.Cli.Dossiers;

/// <summary>The dossier as one page of HTML that needs nothing else: styles and charts are in it. Reads by screen reader, prints on A4, without colour too.</summary>
internal static class DossierPage
{
    private const string Style =
        """
        :root{color:#1a1a1a;background:#fff;font:1rem/1.5 "Noto Sans",system-ui,sans-serif}
        body{max-width:60rem;margin:0 auto;padding:1.5rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.35rem;margin:2.5rem 0 .25rem;border-top:2px solid #1a1a1a;padding-top:.75rem}
        p{max-width:44rem}nav ol{columns:2;padding-left:1.5rem}a{color:#0b4a8f}a:focus{outline:3px solid #b35900;outline-offset:2px}
        dl{margin:0}dt{margin-top:.7rem;max-width:48rem}dd{margin:0;color:#4d4d4d;font-size:.875rem}dt.unknown::before{content:"Not known: ";font-weight:700}
        table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.875rem}caption{text-align:left;font-weight:700;padding:.25rem 0}
        th,td{text-align:left;vertical-align:top;border-bottom:1px solid #b3b3b3;padding:.35rem .75rem .35rem 0}td.n{text-align:right}
        figure{margin:1.25rem 0}figcaption{font-weight:700}svg{width:100%;height:auto}svg text{font-size:13px;fill:#1a1a1a}
        @page{size:A4;margin:18mm 16mm}@media print{body{padding:0;max-width:none}h2{break-after:avoid}dt{break-after:avoid}tr,figure{break-inside:avoid}a{color:inherit}}
        """;

    public static string Write(string title, string intro, IReadOnlyList<Section> sections)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Text(title)}</h1>\n<p>{Text(intro)}</p>\n");
        page.Append("<nav aria-label=\"Contents\"><ol>\n");
        foreach (var section in sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{Text(section.Title)}</a></li>\n");
        }

        page.Append("</ol></nav>\n");
        foreach (var section in sections)
        {
            Append(page, section);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, Section section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">{Text(section.Title)}</h2>\n<p>{Text(section.Intro)}</p>\n<dl>\n");
        foreach (var statement in section.Statements)
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt{(statement.Known ? "" : " class=\"unknown\"")}>{Text(statement.Says)}</dt>\n<dd>{(statement.Known ? "Evidence: " : "How to find out: ")}{Text(statement.Evidence)}</dd>\n");
        }

        page.Append("</dl>\n");
        if (section.Chart is { Bars.Count: > 0 } chart)
        {
            page.Append(BarChart.Write(chart, section.Id));
            Append(page, BarChart.Table(chart));
        }

        if (section.Table is { } table)
        {
            Append(page, table);
        }

        page.Append("</section>\n");
    }

    private static void Append(StringBuilder page, Table table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table><caption>{Text(table.Caption)}</caption>\n<thead><tr>{string.Concat(table.Heads.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(row[0])}</th>{string.Concat(row.Skip(1).Select(c => $"<td>{Text(c)}</td>"))}</tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);
}
