using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Cli.Releases.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Releases.Screening;

/// <summary>What gives another country's pack away, as far as this release's own pack does not say the same.</summary>
/// <param name="Pack">Its name.</param>
/// <param name="Name">Where a text has this name; nowhere if it is too short to mean one thing.</param>
/// <param name="Words">Words by what they are; found whole, in any case.</param>
/// <param name="Forms">What is found by its form. Each takes time linear to the text, whatever the other pack says.</param>
internal sealed partial record StrangerPack(string Pack, PackNames Name, IReadOnlyDictionary<string, LeakKind> Words, IReadOnlyList<(LeakKind Kind, Func<string, IEnumerable<string>> In)> Forms)
{
    private const int ShortestName = 4;
    private const int ShortestId = 6;
    private const int LongestHead = 200;

    /// <param name="shared">The packs below the release's own, which others may stand on as well.</param>
    public static StrangerPack Of(Pack other, Pack own, IReadOnlyList<Pack> shared)
    {
        var words = new Dictionary<string, LeakKind>(StringComparer.OrdinalIgnoreCase);
        var ownWords = shared.Prepend(own).SelectMany(pack => All(pack).Select(w => w.Word).Concat(pack.Services.All.Select(service => service.Id))).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var (kind, word) in All(other).Where(w => !ownWords.Exists(own => Says(own, w.Word))))
        {
            words.TryAdd(word.Normalize(), kind);
        }

        return new(other.Name, new(shared.Prepend(own).Select(p => p.Name), other.Name.Length < ShortestName ? [] : [other.Name]), words, [.. FormsOf(other, own)]);
    }

    // A Ministry of Justice gives nobody away where there is one of Justice and Home Affairs.
    private static bool Says(string own, string word) =>
        own.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && (at == 0 || !char.IsLetterOrDigit(own[at - 1])) && (at + word.Length == own.Length || !char.IsLetterOrDigit(own[at + word.Length]));

    private static IEnumerable<(LeakKind Kind, string Word)> All(Pack pack) => Names(pack).Where(n => n.Length >= ShortestName).Select(n => (LeakKind.Name, n))
        .Concat(Domains(pack).Select(d => (LeakKind.Domain, d)))
        .Concat(pack.Organizations.SelectMany(o => OrganizationWords(pack, o)).Select(o => (LeakKind.Organization, o)))
        .Concat(CurrencyWords(pack).Select(c => (LeakKind.Currency, c)))
        .Concat(pack.Languages.SelectMany(LanguageWords).Select(l => (LeakKind.Language, l)))
        .Concat(new[] { pack.IdNumber?.Pattern?.Source, pack.Phone?.Pattern?.Source }.OfType<string>().Where(p => p.Length >= ShortestId).Select(p => (LeakKind.IdRule, p)));

    // Villages and districts are often called what other things are called; countries and provinces are not.
    private static IEnumerable<string> Names(Pack pack) => new[] { pack.TimeZone.Id, pack.TimeZone.Id.Split('/')[^1].Replace('_', ' ') }
        .Concat(Texts(pack, pack.Brand.Name))
        .Concat(pack.Areas.Roots.SelectMany(area => area.Names.Values))
        .Concat(RegionsOf(pack).SelectMany(region => new[] { region.EnglishName, region.NativeName }));

    private static IEnumerable<string> Domains(Pack pack) => pack.Organizations.SelectMany(o => new[] { o.Contact.Url, o.Contact.Email }.Concat(o.Offices.Select(f => f.Contact.Email))).OfType<string>()
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..])
        .Select(host => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host).Where(host => host.Contains('.', StringComparison.Ordinal));

    private static IEnumerable<string> OrganizationWords(Pack pack, Organization organization) => Texts(pack, organization.Name).Where(name => name.Length >= 2 * ShortestName)
        .Concat(organization.Id.Length >= 2 * ShortestId ? [organization.Id] : []);

    private static IEnumerable<string> CurrencyWords(Pack pack) => RegionsOf(pack).Where(r => r.ISOCurrencySymbol == pack.Currency.Code)
        .SelectMany(r => new[] { r.CurrencyEnglishName, r.CurrencyNativeName }).Where(name => name.Length >= ShortestName);

    // As systems write languages, with the country behind them; and what they are called.
    private static IEnumerable<string> LanguageWords(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        return new[] { culture.EnglishName, culture.NativeName }.Where(name => name != tag && name.Length >= ShortestName).SelectMany(name => new[] { name, name.Split(" (")[0] })
            .Concat(CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.TwoLetterISOLanguageName == tag).SelectMany(c => new[] { c.Name, c.Name.Replace('-', '_') }));
    }

    private static IEnumerable<RegionInfo> RegionsOf(Pack pack) => CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => pack.Languages.Any(tag => tag.Split('-')[0] == c.TwoLetterISOLanguageName))
        .Select(c => new RegionInfo(c.Name)).Where(r => r.ISOCurrencySymbol == pack.Currency.Code);

    private static IEnumerable<string> Texts(Pack pack, PackText text) => pack.Languages.Select(tag => pack.Texts.Get(tag, text).Value).Append(text.Source);

    private static IEnumerable<(LeakKind Kind, Func<string, IEnumerable<string>> In)> FormsOf(Pack other, Pack own)
    {
        if (other.Phone is { } phone && phone.CountryCode != own.Phone?.CountryCode)
        {
            var digits = Regex.Escape(phone.CountryCode.TrimStart('+'));
            yield return (LeakKind.PhoneCode, Form($@"(?<![\w+.])(\+|\(\+?)\s?{digits}(?![0-9]*[.][0-9])(?=\D|[0-9]{{4}})|(?<!\w)00{digits}[ -]?[0-9]{{2}}|country-code:\s*[""']?\+?{digits}\b|(?<=tel:\+?){digits}"));
        }

        if (other.Currency.Code != own.Currency.Code)
        {
            yield return (LeakKind.Currency, Form($@"(?<![\p{{L}}\p{{N}}_-]){Regex.Escape(other.Currency.Code)}(?![\p{{L}}\p{{N}}_-])"));
        }

        foreach (var tag in other.Languages.Where(tag => !own.Languages.Any(mine => mine.Split('-')[0] == tag.Split('-')[0])))
        {
            var plain = Regex.Escape(tag);
            yield return (LeakKind.Language, Form($@"((xml:)?lang=[""']?|hreflang=[""']?|Language:\s*|source-language:\s*|languages:\s*\[[^\]]{{0,{LongestHead}}}(?<=[\[ ,])|locales/|name_|Accept-Language:[^\n]{{0,{LongestHead}}}(?<=[ ,])|[a-z]\.(?={plain}\.(md|po)\b)){plain}(?![\w-])"));
        }

        foreach (var rule in new[] { other.IdNumber?.Example, other.Phone?.Example }.OfType<string>().Where(e => e.Count(char.IsLetterOrDigit) >= ShortestId && e.Distinct().Count() > 3))
        {
            yield return (LeakKind.IdRule, Form($@"(?<!\w){Regex.Escape(rule)}(?!\w)"));
        }

        if (other.IdNumber?.Pattern is { } pattern && TellsItself().IsMatch(pattern.Source) && !(own.IdNumber?.Pattern?.Source == pattern.Source))
        {
            yield return (LeakKind.IdRule, new ForeignRule(pattern.Source).In);
        }
    }

    // Of our making: how far each looks is bounded, and what comes from the pack is escaped.
    private static Func<string, IEnumerable<string>> Form(string pattern)
    {
        var form = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        return text => form.Matches(text).Select(m => m.Value);
    }

    // Digits alone fit too much; letters of a script and digits do not.
    [GeneratedRegex(@"[^\x00-\x7f]|\[A-Z\]|(?<![\\\w])[A-Z]{1,4}(?![\w])")]
    private static partial Regex TellsItself();
}
