using Platform.Cli.Packs;
using Platform.Cli.Releases.Screening;
using Platform.Cli.Releases.Sources;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

public sealed class ScreenTests
{
    private const int FalseAlarms = 5;

    private static readonly string Root = TestFolder.RepositoryRoot;
    private static readonly PackLoadResult Own = PackCheck.Load(Path.Combine(Root, "templates/packs/e-laos"), production: false);
    private static readonly Pack Starter = PackCheck.Load(Path.Combine(Root, "templates/packs/starter"), production: false).Pack!;
    private static readonly Pack Other = OtherCountry.Read();
    private static readonly Screen Screen = new(Own.Pack!, [Starter], [Other]);
    private static readonly string[] Clean = Selected();

    [Fact]
    public void What_a_release_is_made_of_raises_at_most_five_false_alarms()
    {
        var alarms = Clean.AsParallel().AsOrdered().SelectMany(path => Screen.In(path, File.ReadAllBytes(Path.Combine(Root, path)))).ToList();

        Assert.True(alarms.Count <= FalseAlarms, string.Join('\n', alarms));
    }

    [Fact]
    public void Each_of_two_hundred_planted_leaks_is_found()
    {
        var leaks = Planted();
        Assert.Equal(200, leaks.Count);
        Assert.All(leaks.GroupBy(l => l.Leak.Kind), kind => Assert.Equal(20, kind.Count()));

        var missed = leaks.AsParallel().AsOrdered().Where(l => !IsFound(l.Leak)).Select(l => $"{l.Leak.Kind} in {l.Leak.File}: {l.Words}").ToList();

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void A_leak_is_found_in_whatever_place_of_an_image_it_stands()
    {
        var missed = LeakingImages.With("photo for General Authority for State Registration, Ulaanbaatar").Where(image => !Screen.In($"pack/media/{image.Name}", image.Content).Any(f => f.Kind == LeakKind.Organization)).Select(i => i.Name);

        Assert.Empty(missed);
        Assert.All(LeakingImages.OfAPerson(), image => Assert.Contains(Screen.In($"pack/media/{image.Name}", image.Content), f => f.Kind == LeakKind.Personal));
    }

    [Fact]
    public void A_leak_is_found_in_a_program_and_in_a_file_name()
    {
        byte[] program = [0x4d, 0x5a, 0, 1, 2, .. System.Text.Encoding.Unicode.GetBytes("Welcome to Ulaanbaatar"), 0, 0, 7];

        Assert.Contains(Screen.In("binaries/Platform.Core.dll", program), f => f is { Kind: LeakKind.Name, What: "Ulaanbaatar" });
        Assert.Contains(Screen.In("source/docs/e-steppe.md", "nothing"u8.ToArray()), f => f.Kind == LeakKind.Name);
    }

    [Fact]
    public void A_secret_is_not_printed_whole()
    {
        var secret = LeakWords.All[LeakKind.Secret][7];
        var finding = Assert.Single(Screen.In("source/x.txt", System.Text.Encoding.UTF8.GetBytes(secret)), f => f.Kind == LeakKind.Secret);

        Assert.DoesNotContain(finding.What, finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, rounds);", 0)]
    [InlineData("07a49bb1f9e5d6f1a7b3c1f0a7b6e21c5f0f4ad2c4d3b1e6a9f8c7d6e5b4a392  licences/nuget/PublicApiGenerator-11.5.4/LICENSE.txt", 0)]
    [InlineData("written down: Xk7Qm2ZrT9vLp4WsYb8NcJ1dHf6GaE3u", 1)]
    [InlineData("written down: KeyQm2ZrtVlpWsybNcJdhFgaEuTzRkMoPq", 1)]
    public void Words_written_together_are_none_that_were_drawn_by_lot(string line, int secrets) =>
        Assert.Equal(secrets, Screen.In("source/sha256sums", System.Text.Encoding.UTF8.GetBytes(line)).Count(f => f.Kind == LeakKind.Entropy));

    // Half of the words stand in text files of the release, one in each ten in an image, the rest in files of their own.
    private static List<(PlantedLeak Leak, string Words)> Planted()
    {
        var texts = Clean.Where(p => p.EndsWith(".md", StringComparison.Ordinal) || p.EndsWith(".yaml", StringComparison.Ordinal) || p.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        return [.. LeakWords.All.SelectMany(kind => kind.Value.Select((words, i) =>
        {
            var file = texts[(((int)kind.Key * 7919) + (i * 104729)) % texts.Count];
            var image = LeakingImages.With(words).ElementAt(i % 8);
            return (i % 10 == 9
                ? new PlantedLeak(kind.Key, $"pack/e-laos/media/{image.Name}", image.Content)
                : PlantedLeak.InText(kind.Key, file, File.ReadAllBytes(Path.Combine(Root, file)), words, i * 31), words);
        }))];
    }

    private static bool IsFound(PlantedLeak leak)
    {
        var before = File.Exists(Path.Combine(Root, leak.File)) ? Screen.In(leak.File, File.ReadAllBytes(Path.Combine(Root, leak.File))).Select(f => f.Id).ToHashSet() : [];
        return Screen.In(leak.File, leak.Content).Any(f => f.Kind == leak.Kind && !before.Contains(f.Id));
    }

    private static string[] Selected()
    {
        var parts = PackParts.Of(Own.Pack!, Own.Layers.Select(l => l.Name), Host.Modules.All);
        return [.. new SourceSelection(SourceFiles.Read(Root, allowChanges: true), parts, new Traces([StrangerPack.Of(Other, Own.Pack!, [Starter])]).AnyIn).Paths];
    }
}
