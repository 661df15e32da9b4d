using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Testing;

namespace Platform.Host.Tests;

/// <summary>A real collector's end of the line: what the host posts to it.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Figures_of_requests_go_to_the_collector_without_what_people_asked_for()
    {
        using var collector = Listen(out var address);
        await using var host = new HostProcess("--pack", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "--data", folder.Path, "--OTEL_EXPORTER_OTLP_ENDPOINT", address,
            "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL", "200");
        await host.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        await client.GetAsync("/verify/SECRET-CODE-4711");

        var figures = await ReceiveAsync(collector, text => text.Contains("http.route", StringComparison.Ordinal) && text.Contains("verify/", StringComparison.Ordinal));

        Assert.Contains("http.server.request.duration", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_none_stops_the_start()
    {
        var host = new HostProcess("--pack", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "--data", folder.Path, "--OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317");

        await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);
    }

    public void Dispose() => folder.Dispose();

    private static HttpListener Listen(out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        var listener = new HttpListener { Prefixes = { $"{address}/" } };
        listener.Start();
        return listener;
    }

    private static async Task<string> ReceiveAsync(HttpListener collector, Func<string, bool> enough)
    {
        var all = new StringBuilder();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(20) && !enough(all.ToString());)
        {
            var context = await collector.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal("/v1/metrics", context.Request.Url!.AbsolutePath);
            using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync());
            context.Response.Close();
        }

        return all.ToString();
    }
}
