using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>A machine inside this one: <c>in-machine/boot</c>.</summary>
public sealed class TestMachine : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly Process boot;
    private readonly int inner;

    private TestMachine(TestFolder folder, Process boot)
    {
        (this.folder, this.boot) = (folder, boot);
        inner = int.Parse(File.ReadAllText($"/proc/{boot.Id}/task/{boot.Id}/children").Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The same folder inside and outside.</summary>
    public string Files => folder["files"];

    public static async Task<TestMachine> BootAsync()
    {
        Tool.Need(root: true, "unshare", "nsenter", "nginx", "pg_createcluster", "systemd-sysusers", "systemd-tmpfiles", "setpriv", "flock", "openssl", "curl");
        Assert.SkipWhen((await Tool.RunAsync("unshare", "--mount", "--net", "--pid", "--fork", "true")).Code != 0, "This machine gives no namespaces");
        var folder = new TestFolder();
        var boot = Process.Start(new ProcessStartInfo(Path.Combine(TestFolder.RepositoryRoot, "tests/Infra.Tests/in-machine/boot"), [folder.Path]) { RedirectStandardOutput = true })!;
        Assert.Equal("up", await boot.StandardOutput.ReadLineAsync());
        return new(folder, boot);
    }

    /// <summary>A file of the machine, from outside.</summary>
    public string this[string path] => $"/proc/{inner}/root{path}";

    /// <summary>Runs a program in it, as root.</summary>
    public ProcessStartInfo Inside(string program, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("nsenter", ["-t", $"{inner}", "-m", "-n", "-i", "-p", "-r", "-w", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        return start;
    }

    public async Task<(int Code, string Output)> RunAsync(string program, params IEnumerable<string> args)
    {
        using var process = Process.Start(Inside(program, args))!;
        var streams = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(streams));
    }

    /// <summary>Runs it and expects that it goes well.</summary>
    public async Task<string> DoAsync(string program, params IEnumerable<string> args)
    {
        var (code, output) = await RunAsync(program, args);
        Assert.True(code == 0, $"{program} {string.Join(' ', args)}: {output}\n{await LogsAsync()}");
        return output;
    }

    /// <summary>The last words of its units.</summary>
    public Task<string> LogsAsync() => LogsAsync("8");

    /// <summary>From the beginning, for what was said before others went on speaking.</summary>
    public Task<string> WholeLogsAsync() => LogsAsync("+1");

    private async Task<string> LogsAsync(string lines) => (await RunAsync("sh", "-c", $"tail -n {lines} /var/log/units/* /var/log/nginx/error.log 2>/dev/null")).Output;

    /// <summary>For a client outside that speaks to a portal inside.</summary>
    /// <param name="certificate">A file of the machine. Nobody signed it, so it is known by its sum.</param>
    public void Reach(SocketsHttpHandler handler, int port, string certificate)
    {
        using var ours = X509CertificateLoader.LoadCertificateFromFile(this[certificate]);
        var sum = ours.GetCertHashString();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == sum;
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = await SocketInsideAsync();
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
    }

    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));

    public async ValueTask DisposeAsync()
    {
        boot.Kill();
        await boot.WaitForExitAsync();
        boot.Dispose();
        folder.Dispose();
    }

    // A socket belongs to the network in which its thread was when it was made; the thread ends there.
    private Task<Socket> SocketInsideAsync()
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            using var network = File.OpenHandle($"/proc/{inner}/ns/net");
            if (SetNamespace((int)network.DangerousGetHandle(), NetworkNamespace) == 0)
            {
                made.SetResult(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            }
            else
            {
                made.SetException(new Win32Exception(Marshal.GetLastPInvokeError()));
            }
        }).Start();
        return made.Task;
    }

    // CLONE_NEWNET of sched.h.
    private const int NetworkNamespace = 0x4000_0000;

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(int file, int kind);
}
