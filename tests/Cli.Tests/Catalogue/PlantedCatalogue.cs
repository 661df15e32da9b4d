using Platform.Cli.Import;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Catalogue;

/// <summary>
/// A country whose 21 provinces have put 31 to 76 services each on the net, 145 in all, each in its own words: other prefixes, places, order, slips,
/// endings, abbreviations, synonyms. The titles are real ones, and similar to each other as real ones are.
/// </summary>
internal sealed class PlantedCatalogue
{
    private const int Distinct = 145, Least = 31, Most = 76;

    private static readonly string[] Provinces =
    [
        "Alderney", "Brackwater", "Coldmoor", "Dunmarrow", "Eastervale", "Fallowdale", "Greyhaven", "Hollowmere", "Inverdun", "Juniper", "Kestrelby", "Larkspur", "Marrowick", "Northolme", "Oakenshaw", "Pennfirth",
        "Quillmarsh", "Ravensea", "Stonebeck", "Thornaby", "Underfell",
    ];

    private static readonly (string Word, string Other)[] Synonyms =
        [("Program", "Programme"), ("Services", "Assistance"), ("Permit", "Authorization"), ("Licence", "License"), ("Certificate", "Attestation"), ("Grants", "Subsidies"), ("Registration", "Enrolment"), ("Benefit", "Allowance")];

    private readonly Dictionary<string, int> truth = new(StringComparer.Ordinal);

    /// <param name="set">One of the sets of titles: they have no title in common.</param>
    public PlantedCatalogue(string folder, int set)
    {
        Directory.CreateDirectory(Path.Combine(folder, "services"));
        File.WriteAllText(Path.Combine(folder, "pack.yaml"), $$"""
            name: {{Path.GetFileName(folder)}}
            version: 1.0.0
            languages: [en]
            source-language: en
            currency: {code: XTS, minor-digits: 2, rounding: 1}
            time-zone: Etc/UTC
            modules: [catalogue]
            area-levels: [{id: province, title: Province}]
            brand: {name: Planted}
            names: [{id: name, label: Name, required: true}]

            """);
        File.WriteAllText(Path.Combine(folder, "areas.csv"), "code,parent,level,name_en\n" + string.Concat(Provinces.Select((p, at) => $"{at + 1:00},,province,{p}\n")));
        File.WriteAllText(Path.Combine(folder, "synonyms.yaml"), "en:\n  - [permit, authorization]\n  - [registration, enrolment]\n");
        File.WriteAllText(Path.Combine(folder, "organizations.yaml"), string.Concat(Provinces.Select((p, at) => $"- {{id: office-{at + 1:00}, name: Office of {p}, area: \"{at + 1:00}\"}}\n")));
        var titles = Titles(set);
        foreach (var (at, province) in Provinces.Index())
        {
            foreach (var service in Enumerable.Range(0, Distinct).OrderBy(s => Hash($"{province}{s}")).Take(Least + (at * (Most - Least) / (Provinces.Length - 1))))
            {
                Write(folder, $"p{at + 1:00}-{service}", $"office-{at + 1:00}", Reworded(titles[service], province, Hash($"{service}/{province}")), service);
            }
        }
    }

    public int Count => truth.Count;

    /// <summary>The service that an id is one of the names of.</summary>
    public int Of(string id) => truth[id];

    public long TruePairs => truth.Values.CountBy(s => s).Sum(s => (long)s.Value * (s.Value - 1) / 2);

    private void Write(string folder, string id, string organization, string title, int service)
    {
        truth[id] = service;
        File.WriteAllText(Path.Combine(folder, "services", $"{id}.yaml"), YamlWriter.Write(new MapDraft()
            .With("id", id).With("organization", organization).With("title", title).With("summary", title).With("audience", ["citizen"]).With("valid-from", "2026-01-01").Map));
    }

    private static List<string> Titles(int set) =>
        [.. CsvTable.Read(Path.Combine(Inventory.Folder, "services.csv")).Rows.Select(r => r.First("service_name_en")!)
            .Where(t => t.Split(' ').Length is >= 2 and <= 8).DistinctBy(t => t.ToUpperInvariant()).OrderBy(Hash).Skip(set * Distinct).Take(Distinct)];

    private static string Reworded(string title, string province, uint dice) => (dice % 10) switch
    {
        0 => title,
        1 => $"{title} ({province})",
        2 => $"Application for {title.ToLowerInvariant()}",
        3 => $"{province} province: {title}",
        4 => title.Split(" of ", 2) is [var what, var of] ? $"{of} {what}" : $"{title} in {province}",
        5 => Slip(title),
        6 => Synonyms.Aggregate(title, (t, s) => t.Replace(s.Word, s.Other, StringComparison.Ordinal)),
        7 => title.EndsWith('s') ? title[..^1] : $"{title}s",
        8 => string.Join(' ', title.Split(' ').Where(w => w.Length > 3 && w[0] != '(')) is { Length: > 0 } rest ? rest : title,
        _ => $"Request for {Slip(title)}, {province}",
    };

    // A letter is lost in the longest word.
    private static string Slip(string title)
    {
        var longest = title.Split(' ').MaxBy(w => w.Length)!;
        return longest.Length < 6 ? title : title.Replace(longest, longest.Remove(longest.Length / 2, 1), StringComparison.Ordinal);
    }

    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
