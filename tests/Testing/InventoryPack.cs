using System.Globalization;
using System.Text;
using CsvHelper;

namespace Platform.Testing;

/// <summary>A country pack out of <c>inventory/</c>: 1,751 real services of 79 bodies in English and French, to search and to measure with.</summary>
public static class InventoryPack
{
    private const int LongestSummary = 160;

    /// <param name="inventory">The folder of the tables.</param>
    /// <param name="folder">Where the pack is written; made where it is missing.</param>
    public static void Write(string inventory, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "services"));
        Directory.CreateDirectory(Path.Combine(folder, "locales"));
        var french = new StringBuilder("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=2; plural=n > 1;\\n\"\n");
        File.WriteAllText(Path.Combine(folder, "pack.yaml"), $$"""
            name: {{Path.GetFileName(folder)}}
            version: 2024.1.0
            languages: [en, fr]
            source-language: en
            currency: {code: XTS, minor-digits: 2, rounding: 1}
            time-zone: Etc/UTC
            modules: [catalogue]
            brand: {name: Inventory, demonstration: true}
            names: [{id: name, label: Name, required: true}]

            """);
        Say(french, "pack#name", "Inventory", "Inventaire");
        Say(french, "pack#name-part.name", "Name", "Nom");
        File.Copy(Path.Combine(inventory, "synonyms.yaml"), Path.Combine(folder, "synonyms.yaml"), overwrite: true);
        using var organizations = new StreamWriter(Path.Combine(folder, "organizations.yaml"));
        foreach (var row in Rows(Path.Combine(inventory, "organizations.csv")))
        {
            organizations.Write($"- {{id: {row["owner_org"]}, name: {Quoted(row["title_en"])}}}\n");
            Say(french, $"organization/{row["owner_org"]}#name", row["title_en"], row["title_fr"]);
        }

        foreach (var row in Rows(Path.Combine(inventory, "services.csv")))
        {
            WriteService(row, folder, french);
        }

        File.WriteAllText(Path.Combine(folder, "locales", "fr.po"), french.ToString());
    }

    private static void WriteService(IReadOnlyDictionary<string, string> row, string folder, StringBuilder french)
    {
        var id = $"s-{row["service_id"].ToLowerInvariant()}";
        foreach (var (key, en, fr) in new[]
        {
            ("title", row["service_name_en"], row["service_name_fr"]),
            ("summary", Summary(row["service_description_en"]), Summary(row["service_description_fr"])),
            ("description", row["service_description_en"], row["service_description_fr"]),
        })
        {
            Say(french, $"service/{id}#{key}", en, fr);
        }

        File.WriteAllText(Path.Combine(folder, "services", $"{id}.yaml"), $"""
            id: {id}
            organization: {row["owner_org"]}
            title: {Quoted(row["service_name_en"])}
            summary: {Quoted(Summary(row["service_description_en"]))}
            description: {Quoted(row["service_description_en"])}
            audience: [{string.Join(", ", Audience(row["client_target_groups"]))}]
            channels: [{string.Join(", ", Channels(row))}]
            valid-from: 2024-04-01

            """);
    }

    private static IEnumerable<string> Audience(string groups)
    {
        var words = groups.Split(',').Select(g => g switch { "ECONOM" or "NGO" => "business", "PTC" => "agency", "INTERN_GOV" => "official", _ => "citizen" });
        return words.Distinct();
    }

    private static IEnumerable<string> Channels(IReadOnlyDictionary<string, string> row)
    {
        var used = new[] { ("num_applications_by_phone", "phone"), ("num_applications_in_person", "counter"), ("num_applications_by_mail", "post") }
            .Where(c => int.TryParse(row[c.Item1], CultureInfo.InvariantCulture, out var count) && count > 0).Select(c => c.Item2).ToList();
        return row["os_application"] == "Y" || used.Count == 0 ? used.Prepend("online") : used;
    }

    private static string Summary(string description)
    {
        var line = description.ReplaceLineEndings(" ");
        return line.Length <= LongestSummary ? line : $"{line[..line.LastIndexOf(' ', LongestSummary)]} ...";
    }

    private static void Say(StringBuilder catalogue, string address, string en, string fr) =>
        catalogue.Append(CultureInfo.InvariantCulture, $"\nmsgctxt {Quoted(address)}\nmsgid {Quoted(en)}\nmsgstr {Quoted(fr)}\n");

    // Read alike by YAML and PO.
    private static string Quoted(string text)
    {
        var plain = string.Concat(text.ReplaceLineEndings("\n").Trim().Where(c => c == '\n' || !char.IsControl(c)));
        return $"\"{plain.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }

    /// <summary>The rows of one of the tables, by the names of its columns.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = CsvReader.FromText(File.ReadAllText(file), new CsvReaderOptions { Separator = ',', HasHeader = false });
        string[]? columns = null;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))];
            if (columns is null)
            {
                columns = cells;
            }
            else
            {
                rows.Add(columns.Zip(cells).ToDictionary(c => c.First, c => c.Second));
            }
        }

        return rows;
    }
}
