using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Duplicates;

/// <summary>Prints groups, and for each what would stay and what would be merged into it.</summary>
internal static class DuplicatesReport
{
    private static readonly string[] Own = ["id", "organization", "title", "summary", "area"];

    public static void Write(Pack pack, IReadOnlyList<DuplicateGroup> groups, TextWriter output)
    {
        foreach (var group in groups)
        {
            var stays = Fullest(group.Services);
            output.WriteLine(FormattableString.Invariant($"{group.Score:0.00}  {group.Services.Count} services; {stays.Id} would stay"));
            output.WriteLine($"      {Line(pack, stays)}");
            foreach (var other in group.Services.Where(s => s != stays))
            {
                output.WriteLine($"    + {Line(pack, other)}");
                output.WriteLine($"      {Merged(pack, stays, other)}");
            }
        }

        var duplicates = groups.Sum(g => g.Services.Count - 1);
        output.WriteLine(FormattableString.Invariant($"{groups.Count} groups; {pack.Services.All.Count} services are probably {pack.Services.All.Count - duplicates}"));
    }

    // Whoever has written most has least to add.
    private static ServiceDefinition Fullest(IReadOnlyList<ServiceDefinition> services) =>
        services.OrderByDescending(s => s.Area is null).ThenByDescending(s => s.Definition.Entries.Count).ThenByDescending(s => YamlWriter.Write(s.Definition).Length).ThenBy(s => s.Id, StringComparer.Ordinal).First();

    private static string Line(Pack pack, ServiceDefinition service)
    {
        var titles = pack.Languages.Select(l => pack.Texts.Get(l, service.Title).Value).Distinct();
        return $"{service.Id}: {string.Join(" / ", titles)} ({service.Organization})";
    }

    private static string Merged(Pack pack, ServiceDefinition stays, ServiceDefinition other)
    {
        var keys = other.Definition.Entries.Select(e => e.Key).Except(Own).ToList();
        var adds = keys.Where(k => stays.Definition[k] is null).ToList();
        var differs = keys.Except(adds).Where(k => YamlWriter.Write(stays.Definition[k]!) != YamlWriter.Write(other.Definition[k]!)).ToList();
        var place = other.Area ?? (other.Areas.Count == 1 ? other.Areas[0] : pack.Organizations.Find(other.Organization)?.Area);
        return $"differs in {Named(differs)}; adds {Named(adds)}{(place is null ? "" : $"; as a variant: egov service localize {stays.Id} --area {place} --like {other.Id} --pack PACK")}";
    }

    private static string Named(List<string> keys) => keys.Count == 0 ? "nothing" : string.Join(", ", keys);
}
