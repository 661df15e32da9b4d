using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Platform.Testing;

/// <summary>The real program in a process of its own, so that it can be killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly string[] args;
    private Process? process;

    /// <param name="args">Options of the host besides <c>--urls</c>.</param>
    public HostProcess(params string[] args)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        this.args = args;
    }

    public Uri Address { get; }

    /// <summary>While it runs.</summary>
    public int Id => process!.Id;

    // As a unit starts it: with no right that other users do not have.
    private static string[] Unprivileged => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var program = Path.Combine(TestFolder.RepositoryRoot, "platform/Host/bin/Debug/net10.0/Platform.Host.dll");
        process = Process.Start(new ProcessStartInfo("env", [.. Unprivileged, "dotnet", program, "--environment", "Development", "--Logging:LogLevel:Default", "Error", "--urls", Address.ToString(), .. args])
        {
            WorkingDirectory = TestFolder.RepositoryRoot,
        })!;
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode}.");
            }

            if (await IsReadyAsync(client))
            {
                return;
            }
        }

        throw new TimeoutException("The host was not ready within a minute.");
    }

    /// <summary>SIGTERM: it ends by itself, as when a machine is switched off in order.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        if (process.ExitCode is var code and not 0)
        {
            throw new InvalidOperationException($"The host did not end well: {code}.");
        }

        process.Dispose();
        process = null;
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
