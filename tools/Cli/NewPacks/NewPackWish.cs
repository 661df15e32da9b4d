using System.Globalization;
using NodaTime;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.NewPacks;

/// <summary>What somebody asked for, right or wrong.</summary>
/// <param name="From">Folder of the pack below, or the name of one of the platform's.</param>
/// <param name="Languages">Tags with commas between them.</param>
/// <param name="Areas">Path of a CSV file.</param>
/// <param name="Organizations">Path of a CSV file.</param>
internal sealed record NewPackWish(string? Name, string From, string? Languages, string? Currency, string? TimeZone, string? Areas, string? Organizations)
{
    /// <summary>The folder of the pack below.</summary>
    public string Below { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(NewPackPlace.Find(From)));

    /// <summary>The new pack's folder: beside the one below, or layers would not find each other.</summary>
    public string Folder => Path.Combine(Path.GetDirectoryName(Below)!, Name ?? "");

    public IReadOnlyList<string> Tags => [.. (Languages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Digits after the point, from the system's list of countries; null where none of them has this currency.</summary>
    public int? MinorDigits => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Where(c => new RegionInfo(c.Name).ISOCurrencySymbol == Currency)
        .Select(c => (int?)c.NumberFormat.CurrencyDecimalDigits).Max();

    /// <summary>Everything that is wrong, each with what to do.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Name is null || !PackId.IsSlug(Name))
        {
            yield return $"'{Name}' cannot be a pack's name: write small letters and hyphens, as e-bhutan.";
        }
        else if (Directory.Exists(Folder))
        {
            yield return $"The folder {Folder} is there already: choose another name, or take it away first.";
        }

        if (!NewPackPlace.IsPack(Below))
        {
            yield return $"There is no pack in {Below}: give the folder that holds pack.yaml with --from, or the name of one below templates/packs.";
        }

        if (Tags.Count == 0 || Tags.Any(t => !LanguageTag.IsValid(t)))
        {
            yield return $"'{Languages}' are no language tags: write them with commas between, as --languages dz,en.";
        }

        if (MinorDigits is null)
        {
            yield return $"'{Currency}' is no currency of ISO 4217 that a country uses now: write its three capital letters, as --currency BTN.";
        }

        if (TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
        {
            yield return $"'{TimeZone}' is no time zone: write a name of the IANA database, as --time-zone Asia/Thimphu.";
        }

        foreach (var file in new[] { Areas, Organizations }.OfType<string>().Where(f => !File.Exists(f)))
        {
            yield return $"There is no file {file}.";
        }
    }
}
