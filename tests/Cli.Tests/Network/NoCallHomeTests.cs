using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Platform.Testing;

namespace Platform.Cli.Tests.Network;

/// <summary>
/// Host and commands at work in a network of their own, whose only way out counts packets and leads nowhere. What they do there stands in
/// <see cref="AloneTests"/>, which this test runs in another process.
/// </summary>
public sealed class NoCallHomeTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_leaves_the_machine()
    {
        var (code, packets, output) = await AloneAsync(Environment.ProcessPath!, "-class", typeof(AloneTests).FullName!, "-explicit", "only");

        Assert.True(code == 0, output);
        // One for each, or nothing was tried.
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
        Assert.Equal(0, packets);
    }

    [Theory]
    [InlineData("const d = require('dgram').createSocket('udp4'); d.send('x', 53, '203.0.113.1', () => process.exit());")]
    [InlineData("require('net').connect(443, '203.0.113.1').on('error', () => {}); setTimeout(() => process.exit(), 300);")]
    [InlineData("require('dns').resolve('updates.example', () => {}); setTimeout(() => process.exit(), 300);")]
    public async Task Who_calls_is_counted(string script)
    {
        var (_, packets, output) = await AloneAsync("node", "-e", script);

        Assert.True(packets > 0, output);
    }

    private async Task<(int Code, long Packets, string Output)> AloneAsync(params string[] command)
    {
        var script = Path.Combine(Path.GetDirectoryName(Here())!, "closed-network");
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root may make a network of its own");
        Assert.SkipUnless((await RunAsync("unshare", "--net", "--mount", "sh", "-c", "ip link add out type veth peer name away")).Code == 0, "This machine makes no network of its own");
        var (code, output) = await RunAsync("unshare", ["--net", "--mount", script, folder["count"], .. command]);
        Assert.True(File.Exists(folder["count"]), output);
        return (code, long.Parse(await File.ReadAllTextAsync(folder["count"]), CultureInfo.InvariantCulture), output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
