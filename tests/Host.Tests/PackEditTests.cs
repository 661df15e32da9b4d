using Platform.Testing;

namespace Platform.Host.Tests;

/// <summary>Editing a pack in Development: what is saved shows with the next request.</summary>
public sealed class PackEditTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_mistake_shows_on_a_page_that_was_kept_and_goes_when_it_is_corrected()
    {
        var service = Copy("tests/Testing/packs/one-question", "services/note.yaml");
        var good = await File.ReadAllTextAsync(service);
        await using var platform = await TestPlatform.StartAsync(pack: folder["one-question"]);
        var client = platform.Client();
        async Task<string> PageAsync() => await (await client.GetAsync("/en/services")).Content.ReadAsStringAsync();
        var before = await PageAsync();

        await File.WriteAllTextAsync(service, good.Replace("title:", "titel:", StringComparison.Ordinal));
        var broken = await PageAsync();
        await File.WriteAllTextAsync(service, good + "\n");
        var corrected = await PageAsync();

        Assert.DoesNotContain("titel", before, StringComparison.Ordinal);
        Assert.Contains("services/note.yaml", broken, StringComparison.Ordinal);
        Assert.Contains("titel", broken, StringComparison.Ordinal);
        Assert.DoesNotContain("titel", corrected, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <returns>The path of one of its files.</returns>
    private string Copy(string pack, string file)
    {
        var from = Path.Combine(TestFolder.RepositoryRoot, pack);
        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder[Path.GetFileName(pack)], Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return Path.Combine(folder[Path.GetFileName(pack)], file);
    }
}
