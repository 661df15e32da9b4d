using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Duplicates;

/// <summary>Services that are probably one.</summary>
/// <param name="Score">The likeness of its pairs, on average: 1 is the same.</param>
internal sealed record DuplicateGroup(double Score, IReadOnlyList<ServiceDefinition> Services);

/// <summary>Finds services that are one under different names.</summary>
internal sealed class DuplicateGroups
{
    /// <summary>At this likeness a person looking at two titles mostly says "the same"; measured in <c>PlantedDuplicatesTests</c>.</summary>
    public const double Usual = 0.7;

    // The same body, or the same life event, takes this part of what is missing to 1.
    private const double Kinship = 0.2;

    private const double Likest = 0.75;

    private readonly Pack pack;
    private readonly List<ServiceDefinition> services;
    private readonly List<TitleIndex> titles;

    private DuplicateGroups(Pack pack)
    {
        this.pack = pack;
        services = [.. pack.Services.All];
        var words = new TitleWords(pack);
        titles = [.. pack.Languages.Select(l => new TitleIndex([.. services.Select(s => Title(s, l))], words, pack.Synonyms.GetValueOrDefault(l) ?? []))];
    }

    /// <param name="least">The likeness from which two are one.</param>
    /// <returns>The likest first.</returns>
    public static IReadOnlyList<DuplicateGroup> Find(Pack pack, double least) => new DuplicateGroups(pack).Find(least);

    private List<DuplicateGroup> Find(double least)
    {
        var groups = Enumerable.Range(0, services.Count).Select(at => new List<int> { at }).ToArray();
        foreach (var (one, other, _) in Near().Where(p => p.Score >= least).OrderByDescending(p => p.Score).ThenBy(p => p.One).ThenBy(p => p.Other))
        {
            var (a, b) = (groups[one], groups[other]);
            if (a != b && a.SelectMany(x => b.Select(y => Likeness(x, y))).Average() >= least)
            {
                a.AddRange(b);
                b.ForEach(at => groups[at] = a);
            }
        }

        return [.. groups.Distinct().Where(g => g.Count > 1).Select(Group).OrderByDescending(g => g.Score).ThenBy(g => g.Services[0].Id, StringComparer.Ordinal)];
    }

    private DuplicateGroup Group(List<int> places) => new(
        places.SelectMany((x, at) => places.Skip(at + 1).Select(y => Likeness(x, y))).Average(), [.. places.Order().Select(at => services[at])]);

    private IEnumerable<(int One, int Other, double Score)> Near() => titles.SelectMany(t => t.Near()).Distinct().Select(p => (p.One, p.Other, Likeness(p.One, p.Other)));

    // Most counts the language in which they are likest: one text is translated in two ways; but that two texts have one translation happens too.
    private double Likeness(int one, int other)
    {
        var told = titles.Where(t => t.Has(one) && t.Has(other)).Select(t => t.Likeness(one, other)).DefaultIfEmpty().ToList();
        var apart = 1 - (Likest * told.Max()) - ((1 - Likest) * told.Average());
        var (a, b) = (services[one], services[other]);
        apart *= a.Organization == b.Organization ? 1 - Kinship : 1;
        apart *= a.LifeEvents.Intersect(b.LifeEvents).Any() ? 1 - Kinship : 1;
        return Math.Min(1, 1 - apart);
    }

    private string? Title(ServiceDefinition service, string language) =>
        pack.Texts.Get(language, service.Title) is { } said && said.Language == language ? said.Value : null;
}
