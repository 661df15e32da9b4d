using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Platform.Core.Packs;

namespace Platform.Cli.Releases.Screening;

/// <summary>What leads to a person: addresses, numbers of telephones, papers, cards and accounts. Those that the pack gives for its offices are public.</summary>
internal sealed partial class PersonalData(Pack pack)
{
    private const int LastDigits = 4;

    private readonly HashSet<string> published = [.. pack.Organizations.SelectMany(o => o.Offices.Select(f => f.Contact).Append(o.Contact)).SelectMany(c => new[] { c.Email, c.Phone }).OfType<string>().Select(Plain)];

    public IEnumerable<Finding> In(Passage passage) => passage.Compiled ? [] : Words(passage.Text).Distinct().Select(w => new Finding(LeakKind.Personal, passage.File, passage.Line, w));

    private IEnumerable<string> Words(string text) =>
        Addresses(text).Concat(Telephones(text)).Concat(Papers(text)).Concat(text.StartsWith(ImageMetadata.PersonalMark, StringComparison.Ordinal) ? [text] : []);

    private IEnumerable<string> Addresses(string text) => Address().Matches(text).Select(m => m.Value).Where(a => !Reserved().IsMatch(a) && !published.Contains(Plain(a)));

    private IEnumerable<string> Telephones(string text) => Telephone().Matches(text).Select(m => m.Value.Trim())
        .Where(t => t.Count(char.IsDigit) is >= 9 and <= 15 && t.Distinct().Count() > 4 && !published.Contains(Plain(t)) && !IsInvented(Plain(t)));

    // No country has the code 999; and whoever invents a number takes one beside the pack's example.
    private bool IsInvented(string digits) => digits.StartsWith("999", StringComparison.Ordinal)
        || (Plain(pack.Phone?.Example ?? "").TrimStart('0') is { Length: > LastDigits + 3 } example && digits.Contains(example[..^LastDigits], StringComparison.Ordinal));

    private static IEnumerable<string> Papers(string text) =>
        Card().Matches(text).Select(m => m.Value).Where(IsCard).Concat(Account().Matches(text).Select(m => m.Value).Where(IsAccount)).Concat(Zone().Matches(text).Select(m => m.Value))
            .Concat(Paper().Matches(text).Select(m => m.Value).Where(p => p.Count(char.IsDigit) >= 6 && p.Where(char.IsDigit).Distinct().Count() > 3));

    private static string Plain(string text) => text.Contains('@', StringComparison.Ordinal) ? text.ToUpperInvariant() : string.Concat(text.Where(char.IsDigit));

    /// <summary>Luhn's check digit (ISO/IEC 7812-1).</summary>
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsDigit).Select(c => c - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19 && digits.Distinct().Count() > 1 && digits.Select((d, i) => i % 2 == 0 ? d : (d * 2 / 10) + (d * 2 % 10)).Sum() % 10 == 0;
    }

    /// <summary>The check digits of an IBAN (ISO 13616).</summary>
    private static bool IsAccount(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        var number = string.Concat((plain[4..] + plain[..4]).Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97 == 1;
    }

    [GeneratedRegex(@"(?<![\w.+/-])[A-Za-z0-9][\w.+-]*(?<!-)@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-])")]
    private static partial Regex Address();

    // RFC 2606 and RFC 6761; and what looks like an address but is a package or a version.
    [GeneratedRegex(@"[@.]example(\.[a-z]+)?$|\.(test|invalid|localhost|example)$|@(users\.)?noreply\.|\.(service|socket|timer|png|svg|json|js|css|egov|pem|target)$|@\d", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"(?<![\w+.,/*-])\+[1-9][0-9]{0,3}([ .()-]{0,2}[0-9]{2,5}){2,5}(?![\w.])")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<![\w.+-])[3-6][0-9]{3}(?<gap>[ -]?)[0-9]{4}\k<gap>[0-9]{4}(\k<gap>[0-9]{1,4}){0,2}(?![\w.-])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\w)[A-Z]{2}[0-9]{2}( ?[0-9A-Z]{4}){3,7}( ?[0-9A-Z]{1,3})?(?!\w)")]
    private static partial Regex Account();

    // The machine readable zone of a travel document (ICAO Doc 9303).
    [GeneratedRegex(@"(?<!\w)[PIAC][A-Z<][A-Z<]{3}(?=[A-Z0-9]*<)[A-Z0-9<]{25,39}(?!\w)")]
    private static partial Regex Zone();

    [GeneratedRegex(@"(passport|national id|identity (card|number)|id[-_ ]?(card|number)|personal (number|code)|social security|tax ?payer|driving licen[cs]e|date of birth)( (no|number|id))?\.?['""]?\s*[:=#]?\s*['""]?[A-Z0-9][A-Z0-9-]{5,}", RegexOptions.IgnoreCase)]
    private static partial Regex Paper();
}
