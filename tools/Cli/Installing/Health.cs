using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>
/// Whether people are served by this release: it is what runs, is ready by its own word, and answers the page that everybody comes to first,
/// through nginx where that is on this machine.
/// </summary>
internal sealed class Health(Instance instance, ReleaseVersion version)
{
    private const int Tries = 10;
    private const int TlsPort = 443;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Pages = ["/health/ready", "/"];

    private string Address => instance.Settings() is var settings ? $"http://{settings.GetValueOrDefault("EGOV_LISTEN")}:{settings.GetValueOrDefault("EGOV_PORT")}" : "";

    public Step Step => new("health", [$"? egov@{instance.Name} runs {instance.Release(version)}", .. Pages.Select(page => $"? {page} answers 200, where the portal listens for nginx"), "? / answers 200 through nginx, where that is on this machine"], DoAsync);

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

        return instance.Settings().GetValueOrDefault("EGOV_CERTIFICATE") is { Length: > 0 } certificate ? await ThroughNginxAsync(certificate) : $"{Address} serves";
    }

    private async Task<string> ThroughNginxAsync(string certificate)
    {
        if (!File.Exists(certificate))
        {
            return $"{Address} serves, and nobody comes to it yet: nginx has no certificate. Put it into {certificate} and run this again";
        }

        var portal = instance.Settings()["EGOV_PUBLIC_URL"];
        using var client = new HttpClient(Here(certificate)) { BaseAddress = new(portal), Timeout = TimeSpan.FromSeconds(10) };
        await DemandAsync(client, "/");
        return $"{portal} serves, through nginx";
    }

    // Whatever the world's names say, this machine is asked; and it is this portal if it shows this certificate, whoever has signed that.
    private static SocketsHttpHandler Here(string certificate)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(certificate);
        var sum = own.GetCertHashString(HashAlgorithmName.SHA256);
        return new()
        {
            UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == sum },
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, TlsPort, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
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

        throw new InstallException($"{new Uri(client.BaseAddress!, page)} was answered with: {said}.");
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
            return error.InnerException?.Message ?? error.Message;
        }
    }
}
