using System.Diagnostics;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Cli.Tests.NewPacks;

/// <summary>A country from its two lists to its first page, with the programs and the commands that a stranger has. <c>tests/NewCountry/run</c> does it from an empty machine, and by the clock.</summary>
public sealed partial class NewCountryTests : IDisposable
{
    private static readonly string Egov = Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0/egov.dll");

    private readonly TestFolder folder = new();
    private readonly string platform;

    public NewCountryTests()
    {
        // What a platform is known by; its programs are those that were built.
        platform = folder["platform"];
        using var packs = new TestFolder();
        packs.TakePack("starter");
        Directory.CreateDirectory(Path.Combine(platform, "templates/packs"));
        Directory.CreateDirectory(Path.Combine(platform, "tools/Cli"));
        Directory.Move(packs["starter"], Path.Combine(platform, "templates/packs/starter"));
        File.WriteAllText(Path.Combine(platform, "Platform.sln"), "");
        File.WriteAllText(Path.Combine(platform, "areas.csv"), "code,parent,level,name_dz,name_en\n11,,dzongkhag,ཐིམ་ཕུ,Thimphu\n1101,11,gewog,,Chang\n");
        File.WriteAllText(Path.Combine(platform, "orgs.csv"), "id,type,name_en,name_dz\nmoha,ministry,Ministry of Home Affairs,ནང་སྲིད་ལྷན་ཁག\n");
    }

    [Fact]
    public async Task From_two_lists_to_the_first_page()
    {
        await RunAsync("new e-bhutan --from starter --languages dz,en --currency BTN --time-zone Asia/Thimphu --areas areas.csv --organizations orgs.csv");

        var readme = await File.ReadAllTextAsync(Path.Combine(platform, "templates/packs/e-bhutan/README.md"), TestContext.Current.CancellationToken);
        var check = Check().Match(readme).Groups[1].Value;
        Assert.Contains(", 2 areas, 0 problems, ", await RunAsync(check), StringComparison.Ordinal);

        var pack = Start().Match(readme).Groups[1].Value;
        await using var host = new HostProcess("--demo", "--pack", Path.Combine(platform, pack), "--data", folder["data"]);
        await host.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        var page = await client.GetStringAsync("/dz", TestContext.Current.CancellationToken);
        Assert.Contains("e-Bhutan", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"dz\"", page, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> RunAsync(string words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Egov, .. words.Split(' ')]) { WorkingDirectory = platform, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, said[1]));
        return said[0];
    }

    [GeneratedRegex(@"^dotnet run --project tools/Cli -- (check \S+)", RegexOptions.Multiline)]
    private static partial Regex Check();

    [GeneratedRegex(@"^dotnet run --project platform/Host -- --demo --pack (\S+) --data data/e-bhutan\b", RegexOptions.Multiline)]
    private static partial Regex Start();
}
