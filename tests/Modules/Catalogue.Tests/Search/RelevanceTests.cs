using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Catalogue.Search;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Search;

/// <summary>
/// Three lists of 120 queries as people type them, with the service meant: 40 in Lao and 40 in English to e-laos, 40 in French to 1,751 services. The first was
/// written before the search was tuned; each of the others by somebody who had seen the packs' titles, but neither the search, its synonyms nor the other
/// lists. When they were first asked, <c>independent</c> had the service meant first in 107 and among five in 112, <c>fresh</c> in 103 and 113; what was missing
/// then was mended for all queries of its kind, or in the packs' synonyms.
/// </summary>
public sealed class RelevanceTests(ITestOutputHelper output)
{
    private const double First = 0.85, AmongFive = 0.97;

    [Theory]
    [InlineData("")]
    [InlineData("independent")]
    [InlineData("fresh")]
    public async Task The_service_meant_is_first_or_among_the_first_five(string list)
    {
        Assert.SkipUnless(Inventory.IsHere, Inventory.Stayed);
        using var folder = new TestFolder();
        InventoryPack.Write(Inventory.Folder, folder["inventory-pack"]);
        await using var laos = await TestPlatform.StartAsync();
        await using var inventory = await TestPlatform.StartAsync(pack: folder["inventory-pack"]);

        var ranks = new[] { Ranks(laos, list, "lo"), Ranks(laos, list, "en"), Ranks(inventory, list, "fr") }.SelectMany(r => r).ToList();

        output.WriteLine(string.Join("\n", ranks.Where(r => r.Rank != 1).Select(r => $"{r.Query}: {(r.Rank == 0 ? "not found" : r.Rank)}; first was {r.First}")));
        output.WriteLine($"first {ranks.Count(r => r.Rank == 1)}, among five {ranks.Count(r => r.Rank is >= 1 and <= 5)} of {ranks.Count}");
        Assert.Equal(120, ranks.Count);
        Assert.InRange(ranks.Count(r => r.Rank == 1) / (double)ranks.Count, First, 1);
        Assert.InRange(ranks.Count(r => r.Rank is >= 1 and <= 5) / (double)ranks.Count, AmongFive, 1);
    }

    private static IEnumerable<(string Query, int Rank, string? First)> Ranks(TestPlatform platform, string list, string language)
    {
        var search = platform.Services.GetRequiredService<ServiceSearch>();
        var file = Path.Combine(TestFolder.RepositoryRoot, "tests/Modules/Catalogue.Tests/Search/relevance", list, $"{language}.tsv");
        foreach (var line in File.ReadLines(file).Skip(1).Select(l => l.Split('\t')))
        {
            var found = search.Find(line[0], language).Services;
            var meant = line[1].Split('|');
            yield return (line[0], found.Index().Where(s => meant.Contains(s.Item.Id)).Select(s => s.Index + 1).FirstOrDefault(), found.Count == 0 ? null : found[0].Id);
        }
    }
}
