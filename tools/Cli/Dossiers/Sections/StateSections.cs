using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Platform.Cli.Doctor;

namespace Platform.Cli.Dossiers;

/// <summary>What runs, with which keys, how it is kept.</summary>
internal static class StateSections
{
    public static async Task<IReadOnlyList<Section>> OfAsync(DossierFacts facts) => [await VersionsAsync(facts), Keys(facts), Keeping(facts), Health(facts), Dependencies(facts)];

    private static async Task<Section> VersionsAsync(DossierFacts facts)
    {
        var version = typeof(StateSections).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var applied = await facts.CountAsync("select count(*) from platform_migration");
        return new("versions", "Versions", "What is installed, and since when it is live.",
        [
            new($"The platform is version {version}.", "The program that wrote this."),
            new($"It runs on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.", "The runtime's own word."),
            new(facts.Findings.First(f => f.Check == "database").Says + ".", "egov doctor"),
            new($"The country pack is {facts.PackName}, stored at {facts.Release.CreatedAt}; its SHA-256 is {facts.Release.Digest}.", "egov pack releases"),
            new($"{applied} changes of the tables were applied.", "Table platform_migration, each with its SHA-256."),
            new($"Modules that are on: {string.Join(", ", facts.Modules.Modules.Select(m => m.Name).Where(facts.Pack.Has))}. Connectors: {string.Join(", ", facts.Pack.Connectors.DefaultIfEmpty("none"))}.", "pack.yaml"),
        ]);
    }

    private static Section Keys(DossierFacts facts) => new("keys", "Keys and their ages", "Whoever has the instance key can read everything; without it nothing can be read.",
    [
        .. Told(facts, "keys."),
        Statement.Unknown("Who holds the shares of the instance key.", "It was never in the database: ask those who were handed shares by egov keys escrow, and write their offices here."),
    ]);

    private static Section Keeping(DossierFacts facts) => new("backups", "Backups", "A backup that was never restored is a hope.",
    [
        .. Told(facts, "backups"),
        facts.Measure("backups.forgotten", "Wrapped keys of people and applications are kept apart from the data and for fewer days: whoever was erased is gone from all backups after these.", "egov-backup; a restored backup with newer keys leaves the erased unreadable"),
    ]);

    private static Section Health(DossierFacts facts)
    {
        var bad = facts.Findings.Where(f => f.Level != Level.Ok).ToList();
        return new("health", "Health on this day", "What egov doctor found when this was written.",
            [new(string.Create(CultureInfo.InvariantCulture, $"{facts.Findings.Count(f => f.Level == Level.Ok)} things are well, {facts.Findings.Count(f => f.Level == Level.Warn)} want a look, {facts.Findings.Count(f => f.Level == Level.Fail)} fail."), "egov doctor")])
        {
            Table = bad.Count == 0 ? null : new("What wants a look", ["Thing", "How bad", "What is so", "What to do"], [.. bad.Select(f => (IReadOnlyList<string>)[f.Check, f.Level.ToString().ToLowerInvariant(), f.Says, f.Do ?? ""])]),
        };
    }

    private static Section Dependencies(DossierFacts facts)
    {
        if (facts.Bill is not { } bill)
        {
            return new("dependencies", "Dependencies and licences", "What the platform is made of that is not ours.",
                [Statement.Unknown("Which packages are in it, and under which licences.", "Name the release's bill of materials with --sbom sbom.cdx.json; egov release build writes it into every release.")]);
        }

        var shipped = bill.Packages.Where(p => p.Shipped).ToList();
        return new("dependencies", "Dependencies and licences", "What the platform is made of that is not ours.",
        [
            new($"{shipped.Count} packages are shipped and {bill.Packages.Count - shipped.Count} were needed to make it only.", $"{Path.GetFileName(bill.File)} (CycloneDX 1.6)"),
            new($"Licences of what is shipped: {string.Join(", ", shipped.GroupBy(p => p.Licence).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} ({g.Count()})"))}.", "The same; their texts are in the release's folder licences/."),
        ])
        {
            Table = new("Packages that are shipped", ["Package", "Version", "Licence"], [.. shipped.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (IReadOnlyList<string>)[p.Name, p.Version, p.Licence])]),
        };
    }

    private static IEnumerable<Statement> Told(DossierFacts facts, string check) => facts.Findings.Where(f => f.Check.StartsWith(check, StringComparison.Ordinal))
        .Select(f => f.Level == Level.Ok ? new Statement($"{f.Says}.", "egov doctor") : Statement.Unknown($"{f.Says}.", f.Do ?? "egov doctor"));
}
