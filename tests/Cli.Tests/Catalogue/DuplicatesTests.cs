using System.Diagnostics;
using Platform.Cli.Catalogue.Duplicates;
using Platform.Cli.Packs;
using Platform.Cli.Tests.Import;
using Platform.Testing;

namespace Platform.Cli.Tests.Catalogue;

/// <summary>The threshold was there before the first measurement, and was not changed after it.</summary>
public sealed class DuplicatesTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Most_of_what_is_one_is_found_and_little_else(int set)
    {
        Assert.SkipUnless(Inventory.IsHere, Inventory.Stayed);
        var planted = new PlantedCatalogue(folder["planted"], set);
        var pack = PackCheck.Load(folder["planted"], production: false).Pack!;
        var clock = Stopwatch.StartNew();
        var groups = DuplicateGroups.Find(pack, DuplicateGroups.Usual);
        var took = clock.Elapsed;

        var pairs = groups.SelectMany(g => g.Services.SelectMany((a, at) => g.Services.Skip(at + 1).Select(b => planted.Of(a.Id) == planted.Of(b.Id)))).ToList();
        var (precision, recall) = (pairs.Count(right => right) / (double)pairs.Count, pairs.Count(right => right) / (double)planted.TruePairs);
        var services = planted.Count - groups.Sum(g => g.Services.Count - 1);
        output.WriteLine(FormattableString.Invariant($"set {set}: {planted.Count} services of 145; {groups.Count} groups, {services} left; precision {precision:P1}, recall {recall:P1}; {took.TotalSeconds:N1} s"));

        Assert.InRange(precision, 0.95, 1);
        Assert.InRange(recall, 0.85, 1);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Birth registration", "Registration of a birth", true)]
    [InlineData("Birth registration", "Death registration", false)]
    [InlineData("Driving licence, class B", "Driving licence, class C", false)]
    [InlineData("Passport", "Pasport", true)]
    [InlineData("Land tax", "Income tax", false)]
    public void Titles_are_told_apart_by_what_they_say(string one, string other, bool same)
    {
        var ids = Groups(("a", one, null), ("b", other, null), ("c", "Building permit", null), ("d", "Marriage certificate", null), ("e", "Old age pension", null), ("f", "Registration of a company", null), ("g", "Tax number", null))
            .SelectMany(g => g.Services).Select(s => s.Id).ToList();

        Assert.Equal(same, ids.Contains("a") && ids.Contains("b"));
    }

    [Fact]
    public void One_language_in_which_they_are_alike_is_enough()
    {
        var groups = Groups(("a", "Certificate of residence", "ໃບຢັ້ງຢືນທີ່ຢູ່"), ("b", "Proof of where you live", "ໃບຢັ້ງຢືນທີ່ຢູ່"), ("c", "Building permit", "ໃບອະນຸຍາດກໍ່ສ້າງ"));

        Assert.Equal(["a", "b"], Assert.Single(groups).Services.Select(s => s.Id));
    }

    [Fact]
    public void It_prints_what_would_stay_and_what_would_be_merged()
    {
        Groups(("a", "Birth registration", null), ("b", "Registration of a birth", null), ("c", "Building permit", null));
        File.AppendAllText(folder["made/services/b.yaml"], "keywords: baby\nchannels: [counter]\n");
        var run = Egov.Run("catalogue", "duplicates", folder["made"]);

        Assert.Matches("^0\\.9[0-9]  2 services; b would stay\n", run.Output);
        Assert.EndsWith(
            """
                  b: Registration of a birth (office)
                + a: Birth registration (office)
                  differs in nothing; adds nothing
            1 groups; 3 services are probably 2

            """, run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<DuplicateGroup> Groups(params (string Id, string Title, string? Lao)[] services)
    {
        Directory.CreateDirectory(folder["made/services"]);
        Directory.CreateDirectory(folder["made/locales"]);
        File.WriteAllText(folder["made/pack.yaml"], """
            name: made
            version: 1.0.0
            languages: [en, lo]
            source-language: en
            currency: {code: XTS, minor-digits: 2, rounding: 1}
            time-zone: Etc/UTC
            modules: [catalogue]
            brand: {name: Made}
            names: [{id: name, label: Name, required: true}]

            """);
        File.WriteAllText(folder["made/organizations.yaml"], "- {id: office, name: Office}\n");
        foreach (var (id, title, _) in services)
        {
            File.WriteAllText(folder[$"made/services/{id}.yaml"], $"id: {id}\norganization: office\ntitle: \"{title}\"\nsummary: \"{title}\"\naudience: [citizen]\nvalid-from: 2026-01-01\n");
        }

        File.WriteAllText(folder["made/locales/lo.po"], "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n" +
            string.Concat(services.Where(s => s.Lao is not null).Select(s => $"\nmsgctxt \"service/{s.Id}#title\"\nmsgid \"{s.Title}\"\nmsgstr \"{s.Lao}\"\n")));
        return DuplicateGroups.Find(PackCheck.Load(folder["made"], production: false).Pack!, DuplicateGroups.Usual);
    }
}
