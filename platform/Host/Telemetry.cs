using OpenTelemetry.Metrics;

namespace Platform.Host;

/// <summary>
/// Figures of how the portal does: how many requests of which page took how long, the database's pool, memory. They go where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says and nowhere without it. No traces: their addresses and statements would name cases and people.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    /// <exception cref="StartException">The endpoint is no address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } endpoint)
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartException($"{Endpoint}: '{endpoint}' is not the address of a collector; write it as http://127.0.0.1:4317.");
        }

        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }
}
