using System.Globalization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using YamlDotNet.Serialization;

namespace Platform.Cli.NewPacks;

/// <summary>Writes the files of a new pack.</summary>
/// <param name="areas">Null: the areas of the pack below stay.</param>
internal sealed class NewPackFolder(NewPackWish wish, Pack below, NewAreas? areas, IReadOnlyList<IReadOnlyDictionary<string, string>> organizations)
{
    private const string FormatsToFill = """
        # The system cannot write dates in this language: put its own names in place of these.
        name: This language
        months: [January, February, March, April, May, June, July, August, September, October, November, December]
        days: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]
        date: d MMMM yyyy
        long-date: dddd, d MMMM yyyy
        short-date: dd/MM/yyyy
        month: MMMM yyyy
        time: HH:mm

        """;

    private readonly ISerializer yaml = new SerializerBuilder().WithQuotingNecessaryStrings().Build();
    private readonly NewTheme theme = new(wish.Name!);

    public void Write()
    {
        Write("pack.yaml", yaml.Serialize(Pack()));
        Write("media/logo.svg", theme.Logo);
        Write("media/favicon.svg", theme.Logo.Replace(" role=\"img\" aria-label=\"Placeholder mark\"", "", StringComparison.Ordinal));
        Write("demo.yaml", yaml.Serialize(Demonstration()));
        WriteList("organizations.yaml", [.. OfficesElsewhere(), .. OrganizationNames.ToYaml(organizations, below.SourceLanguage)]);
        if (areas is not null)
        {
            Write("areas.csv", areas.ToCsv());
            WriteServices(areas);
        }

        foreach (var tag in wish.Tags.Where(t => !LanguageTag.HasFormats(t)))
        {
            Write($"locales/{tag}/formats.yaml", FormatsToFill);
        }

        Write("README.md", NewPackReadme.Of(wish, below, areas is not null, organizations.Count > 0));
    }

    private Dictionary<string, object> Pack()
    {
        var pack = new Dictionary<string, object>
        {
            ["name"] = wish.Name!,
            ["extends"] = below.Name,
            ["version"] = "0.1.0",
            ["languages"] = wish.Tags,
            ["source-language"] = below.SourceLanguage,
            ["currency"] = new Dictionary<string, object> { ["code"] = wish.Currency!, ["minor-digits"] = wish.MinorDigits!.Value, ["rounding"] = Math.Pow(10, -wish.MinorDigits!.Value) },
            ["time-zone"] = wish.TimeZone!,
            ["brand"] = new Dictionary<string, object> { ["name"] = Title(), ["demonstration"] = true, ["logo"] = "media/logo.svg", ["favicon"] = "media/favicon.svg", ["colours"] = theme.Colours },
        };
        if (areas is not null)
        {
            pack["area-levels"] = areas.ToLevels().ToList();
        }

        return pack;
    }

    // e-bhutan is e-Bhutan.
    private string Title() => string.Join('-', wish.Name!.Split('-').Select(word => word.Length > 1 ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    // One official with each role of the pack below, so that every page of the desk can be tried.
    private Dictionary<string, object> Demonstration() => new()
    {
        ["officials"] = below.Roles.Select(role => new Dictionary<string, object>
        {
            ["id"] = role.Id.Replace('-', '_'),
            ["name"] = new Dictionary<string, object> { [below.Names.Parts.First(p => p.Required).Id] = $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(role.Id.Replace('-', ' '))} Demo" },
            ["account"] = role.Id,
            ["grants"] = below.Organizations.Select(o => new Dictionary<string, object> { ["role"] = role.Id, ["organization"] = o.Id }).ToList(),
        }).ToList(),
    };

    // What stood in an area that is gone stands nowhere.
    private IEnumerable<Dictionary<string, object>> OfficesElsewhere() => areas is null
        ? []
        : below.Organizations.Where(o => o.Offices.Count > 0).Select(o => new Dictionary<string, object>
        {
            ["id"] = o.Id,
            ["offices"] = o.Offices.Select(office => new Dictionary<string, object> { ["id"] = office.Id, ["remove"] = true }).ToList(),
        });

    private void WriteServices(NewAreas changed)
    {
        var reader = new DeserializerBuilder().Build();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(wish.From, "services"), "*.yaml").Order(StringComparer.Ordinal))
        {
            if (changed.Override(reader.Deserialize<object>(File.ReadAllText(file))) is { } service)
            {
                Write($"services/{Path.GetFileName(file)}", yaml.Serialize(service));
            }
        }
    }

    private void WriteList(string path, IReadOnlyList<Dictionary<string, object>> items)
    {
        if (items.Count > 0)
        {
            Write(path, yaml.Serialize(items));
        }
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(wish.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
