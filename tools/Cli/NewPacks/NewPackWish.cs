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

    public string? NameMistake => Name switch
    {
        null => "Say the pack's name, as e-bhutan.",
        _ when !PackId.IsSlug(Name) => $"'{Name}' cannot be a pack's name: write small letters and hyphens, as e-bhutan.",
        _ when Directory.Exists(Folder) => $"The folder {Folder} is there already: choose another name, or take it away first.",
        _ => null,
    };

    public string? LanguagesMistake => Languages is null ? "Say its languages, the country's first, as --languages dz,en."
        : Tags.Count == 0 || Tags.Any(t => !LanguageTag.IsValid(t)) ? $"'{Languages}' are no language tags: write them with commas between, the country's first, as dz,en."
        : null;

    public string? CurrencyMistake => Currency is null ? "Say its currency, as --currency BTN."
        : MinorDigits is null ? $"'{Currency}' is no currency of ISO 4217 that a country uses now: write its three capital letters, as BTN."
        : null;

    public string? TimeZoneMistake => TimeZone is null ? "Say its time zone, as --time-zone Asia/Thimphu."
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null ? $"'{TimeZone}' is no time zone: write a name of the IANA database, as Asia/Thimphu."
        : null;

    public string? AreasMistake => FileMistake(Areas);

    public string? OrganizationsMistake => FileMistake(Organizations);

    private string? BelowMistake => NewPackPlace.IsPack(Below) ? null
        : $"There is no pack in {Below}: give the folder that holds pack.yaml with --from, or the name of one below templates/packs.";

    /// <summary>Everything that is wrong, each with what to do.</summary>
    public IEnumerable<string> Mistakes() =>
        new[] { NameMistake, BelowMistake, LanguagesMistake, CurrencyMistake, TimeZoneMistake, AreasMistake, OrganizationsMistake }.OfType<string>();

    private static string? FileMistake(string? file) => file is null || File.Exists(file) ? null : $"There is no file {Path.GetFullPath(file)}: correct its path.";
}
