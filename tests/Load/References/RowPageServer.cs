using System.Globalization;
using System.Net;
using System.Text;
using Dapper;
using Npgsql;

namespace Platform.Load.References;

/// <summary>A bare page over one row and its events by Dapper: what an official's case page costs without everything that makes it safe.</summary>
internal static class RowPageServer
{
    public static async Task RunAsync(string connectionString, string url)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 16, MaxAutoPrepare = 20 }.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/{reference}", async (string reference, HttpContext context) =>
        {
            await using var connection = await source.OpenConnectionAsync();
            var row = await connection.QueryFirstAsync("select c.case_id, c.reference, c.service, c.state, c.organization, c.version from cases_reference r join cases_case c on c.case_id = r.case_id where r.reference = @reference", new { reference });
            var events = await connection.QueryAsync("select seq, kind, action, to_state from cases_event where case_id = @id order by seq", new { id = (Guid)row.case_id });
            var html = new StringBuilder("<!doctype html><title>Case</title><dl>");
            foreach (var (name, value) in (IDictionary<string, object>)row)
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt>{name}<dd>{WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture))}");
            }

            foreach (var item in events)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{item.seq} {item.kind} {item.action} {item.to_state}");
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(html.ToString());
        });
        await app.RunAsync(url);
    }
}
