using System.Diagnostics;
using System.Net;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>Whether people are served by this release: it is what runs, is ready by its own word, and answers the page that everybody comes to first.</summary>
internal sealed class Health(Instance instance, ReleaseVersion version)
{
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Pages = ["/health/ready", "/"];

    private string Address => instance.Settings() is var settings ? $"http://{settings.GetValueOrDefault("EGOV_LISTEN")}:{settings.GetValueOrDefault("EGOV_PORT")}" : "";

    public Step Step => new("health", [$"? egov@{instance.Name} runs {instance.Release(version)}", .. Pages.Select(page => $"? {page} answers 200, where the portal listens for nginx")], DoAsync);

    private async Task<string> DoAsync()
    {
        await DemandRunningAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(10) };
        // Production answers only to the portal's own name and to localhost.
        client.DefaultRequestHeaders.Host = "localhost";
        foreach (var page in Pages)
        {
            await DemandAsync(client, page);
        }

        return $"{Address} serves";
    }

    private async Task DemandRunningAsync()
    {
        using var systemctl = Process.Start(new ProcessStartInfo("systemctl", ["show", "-P", "MainPID", $"egov@{instance.Name}.service"]) { RedirectStandardOutput = true })!;
        var process = (await systemctl.StandardOutput.ReadToEndAsync()).Trim();
        await systemctl.WaitForExitAsync();
        var program = File.ResolveLinkTarget($"/proc/{process}/exe", returnFinalTarget: false)?.FullName;
        if (program?.StartsWith($"{instance.Release(version)}/", StringComparison.Ordinal) != true)
        {
            throw new InstallException($"egov@{instance.Name} runs {program ?? "nothing"}, not {version}.");
        }
    }

    private static async Task DemandAsync(HttpClient client, string page)
    {
        var said = "";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            said = await AskAsync(client, page);
            if (said == nameof(HttpStatusCode.OK))
            {
                return;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }

        throw new InstallException($"{page} was answered with {said}.");
    }

    private static async Task<string> AskAsync(HttpClient client, string page)
    {
        try
        {
            using var response = await client.GetAsync(page);
            return response.StatusCode.ToString();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return error.Message;
        }
    }
}
