using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Platform.Testing;

namespace Platform.Host.Tests.Crash;

/// <summary>When a host is stopped in order, whoever got through to it is answered; the others find the port closed and can go elsewhere.</summary>
public sealed class ClosingPortTests
{
    private const int Callers = 40;

    // Between a proxy's connection and its words, also on a machine that has much to do; who takes longer than the host waits is not counted.
    private static readonly TimeSpan[] Hesitations = [TimeSpan.Zero, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2)];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly ConcurrentBag<string> cutOff = [];
    private int answered;
    private volatile bool stopped;

    [Fact]
    public async Task Nobody_who_got_through_is_cut_off()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux can leave a port open for those who are connected.");
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder);
        var callers = Enumerable.Range(0, Callers).Select(i => Task.Run(() => CallAsync(host.Address, Hesitations[i % Hesitations.Length]))).ToList();
        while (Volatile.Read(ref answered) < 3 * Callers)
        {
            await Task.Delay(20);
        }

        await host.StopAsync();
        stopped = true;

        await Task.WhenAll(callers);
        Assert.True(cutOff.IsEmpty, string.Join('\n', cutOff));
    }

    [Fact]
    public async Task Who_never_says_a_word_is_not_waited_for()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder);
        using var silent = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await silent.ConnectAsync(host.Address.Host, host.Address.Port);

        await host.StopAsync();

        Assert.Equal(0, await silent.ReceiveAsync(new byte[1]));
    }

    private static async Task<HostProcess> StartAsync(TestFolder folder)
    {
        var host = new HostProcess("--data", folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs/one-question"));
        await host.StartAsync();
        return host;
    }

    // One connection for each call, until none is to be had. The port may be another program's by then.
    private async Task CallAsync(Uri address, TimeSpan hesitation)
    {
        while (!stopped)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(address.Host, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            await AskAsync(socket, hesitation);
        }
    }

    private async Task AskAsync(Socket socket, TimeSpan hesitation)
    {
        var said = 0;
        var clock = Stopwatch.StartNew();
        var late = false;
        try
        {
            await Task.Delay(hesitation);
            await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray());
            late = clock.Elapsed > Longest;
            for (var part = new byte[4096]; await socket.ReceiveAsync(part) is > 0 and var count; said += count)
            {
            }

            Interlocked.Increment(ref answered);
        }
        catch (SocketException error)
        {
            Note(error.Message, late);
            return;
        }

        if (said == 0)
        {
            Note("The connection ended without a word.", late);
        }
    }

    private void Note(string what, bool late)
    {
        if (!late)
        {
            cutOff.Add(what);
        }
    }
}
