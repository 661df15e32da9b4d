using System.Diagnostics;
using System.Security.Cryptography;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Services;

/// <summary>A catalogue of real size: 1,751 services of 79 organizations in English and French.</summary>
public sealed class InventoryImportTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string Mapping = Path.Combine(TestFolder.RepositoryRoot, "templates/mappings/ca-gc-service-inventory.yaml");
    private static readonly string Services = Path.Combine(Inventory.Folder, "services.csv");
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly TestFolder folder = new();

    [Fact]
    public void It_becomes_a_pack_without_a_problem_in_under_thirty_seconds()
    {
        Assert.SkipUnless(Inventory.IsHere, Inventory.Stayed);
        var clock = Stopwatch.StartNew();
        var import = Import();
        var took = clock.Elapsed;
        var check = Egov.Run("check", folder["e-canada"]);
        var checkTook = clock.Elapsed - took;
        output.WriteLine($"import {took.TotalSeconds:N1} s, check {checkTook.TotalSeconds:N1} s\n{import.Output}{check.Output}");

        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("organizations: 79 rows: 79 imported, 0 merged, 0 refused\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("services: 1751 rows: 1751 imported, 0 merged, 0 refused\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("untranslated: 0 titles, 0 other texts\n", import.Output, StringComparison.Ordinal);
        Assert.EndsWith("1751 services, 79 organizations, 0 areas, 0 problems, 0 warnings\n", check.Output, StringComparison.Ordinal);
        Assert.InRange(took, TimeSpan.Zero, Longest);
        Assert.InRange(checkTook, TimeSpan.Zero, Longest);
    }

    [Fact]
    public void Again_it_changes_no_byte_and_says_so()
    {
        Assert.SkipUnless(Inventory.IsHere, Inventory.Stayed);
        Import();
        var before = Sums();
        var again = Import();

        Assert.Equal(before, Sums());
        Assert.Contains("1751 services: 1751 the same\n", again.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed: the pack stands as the source and the people who edit it have made it.\n", again.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private (int Code, string Output, string Error) Import() => Egov.Run("import", "services", Services, "--mapping", Mapping, "--out", folder["e-canada"]);

    private Dictionary<string, string> Sums() => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
}
