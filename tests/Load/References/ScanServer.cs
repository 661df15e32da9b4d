using System.Globalization;
using System.Net;
using System.Text;
using Platform.Testing;

namespace Platform.Load.References;

/// <summary>The plainest search there is: all services in memory, each query looks for each word in each text. Forgives case, no slip, no ending, no mark.</summary>
internal static class ScanServer
{
    private const int Shown = 20;

    public static async Task RunAsync(string inventory, string url)
    {
        var services = InventoryPack.Rows(Path.Combine(inventory, "services.csv"))
            .SelectMany(row => new[] { "en", "fr" }.Select(language => new Entry(row["service_id"], row[$"service_name_{language}"], row[$"service_description_{language}"]))).ToList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/search", (string q, HttpContext context) =>
        {
            var words = q.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var found = services.Where(s => Array.TrueForAll(words, s.Holds)).OrderByDescending(s => words.Count(s.Names)).DistinctBy(s => s.Id).ToList();
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(Page(q, found));
        });
        await app.RunAsync(url);
    }

    private static string Page(string query, List<Entry> found)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Search</title></head><body><form><input name=\"q\" value=\"");
        html.Append(WebUtility.HtmlEncode(query)).Append(CultureInfo.InvariantCulture, $"\"></form><p>{found.Count} services found</p><ul>");
        foreach (var service in found.Take(Shown))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/services/{service.Id}\">{WebUtility.HtmlEncode(service.Title)}</a><p>{WebUtility.HtmlEncode(service.Summary)}</p></li>");
        }

        return html.Append("</ul></body></html>").ToString();
    }

    private sealed record Entry(string Id, string Title, string Description)
    {
        private const int LongestSummary = 160;

        public string Summary { get; } = Description.Length > LongestSummary ? Description[..LongestSummary] : Description;

        public bool Names(string word) => Title.Contains(word, StringComparison.OrdinalIgnoreCase);

        public bool Holds(string word) => Names(word) || Description.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
