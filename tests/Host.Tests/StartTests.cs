using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Platform.Testing;

namespace Platform.Host.Tests;

/// <summary>The real program in a process of its own: what cannot start says so in one sentence, ends with 1 and shows no stack.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static string Starter => Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter");

    private static string OneQuestion => Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs/one-question");

    [Fact]
    public async Task A_port_in_use_names_another_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var error = await FailAsync("--pack", Starter, "--data", folder["data"], "--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Contains("--urls", error, StringComparison.Ordinal);
    }

    // Whoever can write where root types a command would choose what root runs.
    [Fact]
    public async Task A_file_in_the_folder_where_somebody_stands_is_no_setting()
    {
        await using var app = PlatformHost.Build(["--pack", OneQuestion, "--data", folder["data"], "--urls", "http://127.0.0.1:0"]);

        Assert.DoesNotContain(((IConfigurationRoot)app.Configuration).Providers, provider => provider is JsonConfigurationProvider);
    }

    // Each user may watch so many folders; a host that stands above many would use them up, and the next one not start.
    [Fact]
    public async Task No_folder_is_watched_for_changes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What is watched is read from /proc.");
        await using var host = new HostProcess("--pack", OneQuestion, "--data", folder["data"]);
        await host.StartAsync();

        var watched = Directory.EnumerateFiles($"/proc/{host.Id}/fdinfo").SelectMany(LinesOf).Where(line => line.StartsWith("inotify", StringComparison.Ordinal));

        Assert.Empty(watched);
    }

    [Fact]
    public async Task A_pack_that_is_not_there_is_named()
    {
        var error = await FailAsync("--pack", folder["nowhere"], "--data", folder["data"], "--urls", "http://127.0.0.1:0");

        Assert.Contains(folder["nowhere"], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_with_mistakes_tells_the_first_and_how_to_see_all()
    {
        Directory.CreateDirectory(folder["bad"]);
        await File.WriteAllTextAsync(folder["bad/pack.yaml"], "name: bad\nversion: x\n");

        var error = await FailAsync("--pack", folder["bad"], "--data", folder["data"], "--urls", "http://127.0.0.1:0");

        Assert.Contains("egov check", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_says_what_to_do()
    {
        await File.WriteAllTextAsync(folder["file"], "");

        Assert.Contains("--data", await FailAsync("--pack", Starter, "--data", folder["file"], "--urls", "http://127.0.0.1:0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_says_what_to_do() =>
        Assert.Contains("--database", await FailAsync("--pack", Starter, "--data", folder["data"], "--urls", "http://127.0.0.1:0", "--database", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2"), StringComparison.Ordinal);

    [Theory]
    [InlineData("--urls", "localhost:5081", "http://localhost:5081")]
    [InlineData("--demo", "perhaps", "neither true nor false")]
    [InlineData("--proxies", "10.244.0.0/99", "neither an address nor a network")]
    [InlineData("--clamd", "somewhere", "unix:/run/clamav/clamd.ctl")]
    [InlineData("--database", "Data Source=/tmp/x.db", "names no server")]
    [InlineData("--database", "=", "no connection string")]
    [InlineData("--database", "Server=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", "--database")]
    [InlineData("--keys-database", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", "--keys-database")]
    public async Task What_an_operator_mistypes_is_answered_in_one_sentence(string option, string value, string sentence) =>
        Assert.Contains(sentence, await FailAsync(["--pack", OneQuestion, "--data", folder["data"], .. option == "--urls" ? [] : new[] { "--urls", "http://127.0.0.1:0" }, option, value]), StringComparison.Ordinal);

    [Fact]
    public async Task Demo_is_refused_in_production() =>
        Assert.Contains("--demo", await FailAsync("--environment", "Production", "--demo", "--pack", Starter, "--data", folder["data"], "--urls", "http://127.0.0.1:0"), StringComparison.Ordinal);

    [Fact]
    public async Task Production_refuses_to_carry_passwords_in_the_clear()
    {
        var error = await FailAsync("--environment", "Production", "--pack", OneQuestion, "--data", folder["data"], "--urls", "http://127.0.0.1:0");

        Assert.Contains("--proxies", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://portal.example")]
    [InlineData("https://localhost:5080")]
    public async Task Production_refuses_links_that_lead_nowhere(string address)
    {
        string[] args = ["--environment", "Production", "--proxies", "127.0.0.1", "--pack", OneQuestion, "--data", folder["data"], "--urls", "http://127.0.0.1:0"];

        var error = await FailAsync([.. args, "--public-url", address]);

        Assert.Contains("--public-url https://portal.example", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_refuses_a_database_that_forgets()
    {
        // The test server runs with fsync = off, because nothing in it must survive a power cut.
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES") is null, "No PostgreSQL");
        var database = await Databases.CreateAsync(DatabaseKind.Postgres, folder.Path);

        var error = await FailAsync("--environment", "Production", "--proxies", "127.0.0.1", "--pack", OneQuestion, "--data", folder["data"], "--urls", "http://127.0.0.1:0", "--database", database);

        await Databases.DropAsync(database);
        Assert.Contains("set fsync = on", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_sqlite_folder_is_refused()
    {
        using var first = Start("--pack", Starter, "--data", folder["data"], "--urls", "http://127.0.0.1:0");
        try
        {
            await ListeningAsync(first);
            Assert.Contains("Another process", await FailAsync("--pack", Starter, "--data", folder["data"], "--urls", "http://127.0.0.1:0"), StringComparison.Ordinal);
        }
        finally
        {
            first.Kill();
            await first.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task It_starts_with_nothing_but_a_pack_and_is_ready()
    {
        using var process = Start("--pack", Starter, "--data", folder["data"], "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await ListeningAsync(process);
            using var client = new HttpClient();
            Assert.Equal("Healthy", await client.GetStringAsync($"{address}/health/live"));
            Assert.Equal("Healthy", await client.GetStringAsync($"{address}/health/ready"));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{address}/en")).StatusCode);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    private static Process Start(params string[] args)
    {
        var program = Path.Combine(TestFolder.RepositoryRoot, "platform/Host/bin/Debug/net10.0/Platform.Host.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args.Contains("--environment") ? [] : new[] { "--environment", "Development" }, .. args])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = TestFolder.RepositoryRoot,
        };
        return Process.Start(start)!;
    }

    private static async Task<string> FailAsync(params string[] args)
    {
        using var process = Start(args);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(1, process.ExitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        return error;
    }

    // A file that was closed meanwhile is none to read.
    private static string[] LinesOf(string open)
    {
        try
        {
            return File.ReadAllLines(open);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static async Task<string> ListeningAsync(Process process)
    {
        const string Mark = "Now listening on: ";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0)
            {
                return line[(at + Mark.Length)..].Trim();
            }
        }

        throw new InvalidOperationException($"It ended before it listened: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }
}
