using System.Globalization;
using Platform.Cli.Texts;
using Platform.Core.Packs;
using Platform.Core.Texts;
using YamlDotNet.Serialization;

namespace Platform.Cli.NewPacks;

/// <summary>The files of a new pack.</summary>
/// <param name="areas">Null: the areas of the pack below stay.</param>
/// <param name="organizations">Null: those of the pack below do.</param>
internal sealed class NewPackFiles(NewPackWish wish, Pack below, NewAreas? areas, NewOrganizations? organizations)
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

    /// <summary>Everything but translations, for which the pack has to be read first.</summary>
    public void WriteTo(PackInMaking pack)
    {
        pack.Put("pack.yaml", yaml.Serialize(Definition()));
        pack.Put("media/logo.svg", theme.Logo);
        pack.Put("media/favicon.svg", theme.Logo.Replace(" role=\"img\" aria-label=\"Placeholder mark\"", "", StringComparison.Ordinal));
        pack.Put("demo.yaml", yaml.Serialize(Demonstration()));
        pack.Put("README.md", NewPackReadme.Of(wish, below, areas is not null, organizations is not null));
        if (OfficesElsewhere().Concat(organizations?.ToYaml() ?? []).ToList() is { Count: > 0 } bodies)
        {
            pack.Put("organizations.yaml", yaml.Serialize(bodies));
        }

        if (areas is not null)
        {
            pack.Put("areas.csv", areas.ToCsv());
            areas.Services().ToList().ForEach(s => pack.Put($"services/{s.Id}.yaml", YamlWriter.Write(s.Changed)));
        }

        foreach (var tag in wish.Tags.Where(t => !LanguageTag.HasFormats(t)))
        {
            pack.Put($"locales/{tag}/formats.yaml", FormatsToFill);
        }
    }

    /// <summary>A file for each other language, with every text that there is to translate.</summary>
    /// <param name="read">The pack as it stands so far.</param>
    public void TranslateIn(PackInMaking pack, Pack read)
    {
        foreach (var language in wish.Tags.Where(tag => tag != below.SourceLanguage))
        {
            var texts = PackTextsUpdate.Of(read, language, null, similar: false);
            pack.Put($"locales/{language}.po", (organizations?.Translate(texts, language) ?? texts).ToString());
        }
    }

    private Dictionary<string, object> Definition()
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
}
