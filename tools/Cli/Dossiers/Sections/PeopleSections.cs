using System.Globalization;
using Platform.Core.Packs;

namespace Platform.Cli.Dossiers;

/// <summary>Whom it serves: languages, accessibility, services and those who answer for them.</summary>
internal static class PeopleSections
{
    public static async Task<IReadOnlyList<Section>> OfAsync(DossierFacts facts) => [Languages(facts), Accessibility(facts), await ServicesAsync(facts), await OwnersAsync(facts), await UseAsync(facts)];

    private static Section Languages(DossierFacts facts)
    {
        var names = string.Join(", ", facts.Pack.Languages);
        if (facts.Texts is not { } texts)
        {
            return new("languages", "Languages", $"The portal speaks {names}.", [Statement.Unknown("How many texts are translated and reviewed.", "Name the platform's folder of texts with --locales locales.")]);
        }

        return new("languages", "Languages", $"The portal speaks {names}; the first is the one of whoever has not chosen.",
        [
            .. texts.Languages.Select(l => new Statement(string.Create(CultureInfo.InvariantCulture,
                $"{l.Language}: of {l.Texts} public texts {l.Reviewed} are reviewed, {l.Translated} translated, {l.Drafts} drafts and {l.Missing.Count} missing."), "egov texts status; public texts of the pack and of the interface")),
        ])
        {
            Chart = new("Public texts by language", "texts", [.. texts.Languages.Select(l => new Bar(l.Language, [new("reviewed", l.Reviewed), new("translated", l.Translated), new("draft", l.Drafts), new("missing", l.Missing.Count)], l.Texts))]),
        };
    }

    private static Section Accessibility(DossierFacts facts) => new("accessibility", "Accessibility", "Measured against WCAG 2.2, level AA.",
    [
        new("Text and its ground have the contrast of level AA in this theme.", $"A pack with less is refused; {facts.PackName} is live."),
        new("Every page works without JavaScript; forms ask one thing a page and name each mistake beside its field.", "tests/Browser.Tests of the platform; a release brings those of its tests along that name no other country's pack"),
        new(string.Create(CultureInfo.InvariantCulture, $"{facts.Pack.Languages.Sum(l => facts.Pack.Sentences.Count(s => facts.Pack.Recordings.Find(l, s.Text, facts.Pack.Texts.Get(l, s.Text).Value) is not null))} texts can be heard."), "media/ of the pack"),
        Statement.Unknown("How axe-core judges the pages of this pack.", "tests/run Browser, with this pack; its report names each page."),
        Statement.Unknown("How people who use screen readers, magnifiers or a keyboard alone get through.", "Ask five of them to apply for the service that is used most, and write down where they stop."),
    ]);

    private static async Task<Section> ServicesAsync(DossierFacts facts)
    {
        var services = facts.Pack.Services.All;
        var examples = services.Count(s => s.LegalBasis.Any(l => l.Example) || s.Deadline?.Example == true);
        var bodies = services.GroupBy(s => s.Organization).OrderByDescending(g => g.Count()).Take(15).ToList();
        return new("services", "Services", "What can be applied for, and where.",
        [
            new($"{services.Count} services of {services.Select(s => s.Organization).Distinct().Count()} bodies; {facts.Pack.Services.Everything.Count - services.Count} local variants.", facts.PackName),
            new($"{services.Count(s => s.StartPath is not null)} can be applied for online, {services.Count(s => s.Channels.Contains(Channel.Counter))} at a counter, {services.Count(s => s.PaperPath is not null)} on paper.", facts.PackName),
            new($"{services.Count(s => s.LegalBasis.Count > 0)} name the law they rest on; {examples} name an example that is not the law of the land.", "legal-basis of the pack; Production refuses examples"),
            new($"{services.Count(s => s.Deadline is not null)} promise when one gets an answer.", "deadline of the pack"),
            new($"{await facts.CountAsync("select count(distinct service) from cases_case where submitted_at is not null")} were applied for at least once.", "Table cases_case"),
        ])
        {
            Chart = new("Services by body", "services", [.. bodies.Select(g => new Bar(facts.Pack.Organizations.Find(g.Key)?.Name.Source ?? g.Key, [new("online", g.Count(s => s.StartPath is not null)), new("described only", g.Count(s => s.StartPath is null))], bodies[0].Count()))]),
        };
    }

    // An owner is somebody: a body of which no official has a role answers nobody.
    private static async Task<Section> OwnersAsync(DossierFacts facts)
    {
        var held = (await facts.Db.ReadAsync<string>("select distinct organization from platform_grant where valid_from <= @At and (valid_to is null or valid_to > @At)", new { facts.At })).ToHashSet();
        var without = facts.Pack.Services.All.Where(s => !held.Contains(s.Organization)).ToList();
        return new("owners", "Services without owner", "A service has an owner when an official holds a role in its body.",
            [new($"{without.Count} of {facts.Pack.Services.All.Count} services have none; {(held.Contains("*") ? "officials with a role in all bodies can act on them" : "nobody can act on them")}.", "Table platform_grant against the pack's services")])
        {
            Table = without.Count == 0 ? null : new("Services in whose body no official holds a role", ["Service", "Body"], [.. without.Select(s => (IReadOnlyList<string>)[s.Title.Source, facts.Pack.Organizations.Find(s.Organization)?.Name.Source ?? s.Organization])]),
        };
    }

    private static async Task<Section> UseAsync(DossierFacts facts)
    {
        var channels = await facts.Db.ReadAsync<Tally>("select channel as name, count(*) as count from cases_case where submitted_at is not null group by channel order by channel");
        var (sent, decided) = (channels.Sum(c => c.Count), await facts.CountAsync("select count(*) from cases_case where final"));
        var late = await facts.CountAsync("select count(*) from cases_case where not final and submitted_at is not null and due_at < @At", new { facts.At });
        var ratings = await facts.Db.ReadAsync<Tally>("select cast(step as text) as name, count(*) as count from statistics_rating group by step order by step");
        return new("use", "Use", "How much it is used, and how it goes.",
        [
            new($"{sent} applications were sent and {decided} decided; {late} wait longer than was promised.", "Table cases_case"),
            ratings.Count == 0
                ? Statement.Unknown("How content people are.", "Nobody has rated yet; the page of a decided application asks.")
                : new(string.Create(CultureInfo.InvariantCulture, $"{ratings.Sum(r => r.Count)} people rated, on average {ratings.Sum(r => r.Count * double.Parse(r.Name, CultureInfo.InvariantCulture)) / ratings.Sum(r => r.Count):0.0} of 5."), "Table statistics_rating"),
        ])
        {
            Chart = sent == 0 ? null : new("Applications by the door they came through", "applications", [.. channels.Select(c => new Bar(c.Name, [new("sent", c.Count)], sent))]),
        };
    }

    private sealed record Tally
    {
        public required string Name { get; init; }

        public required long Count { get; init; }
    }
}
