using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary>
/// How many forms a counted word has in a language, and which number takes which: what a new file begins with. Those that GNU gettext knows are as
/// <c>msginit</c> writes them; the others follow the Unicode CLDR, "Language Plural Rules".
/// </summary>
internal static class PluralForms
{
    private static readonly Dictionary<string, string> Known = new (string Languages, string Rule)[]
    {
        ("bo dz id ig ii ja jv km ko lo ms my su th to vi yo zh", "nplurals=1; plural=0;"),
        ("am as bn fa ff fr gu hi hy kab kn ln mg nso pa pt-BR ti wa zu", "nplurals=2; plural=(n > 1);"),
        ("be bs hr ru sr uk", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
        ("pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
        ("cs sk", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
        ("lt", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);"),
        ("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        ("ro", "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"),
        ("ga", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"),
        ("sl", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"),
        ("mt", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4);"),
        ("ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"),
    }.SelectMany(row => row.Languages.Split(' '), (row, language) => (language, row.Rule)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tags of BCP 47, without what those of a region or script have in common with their language.</summary>
    public static IReadOnlyCollection<string> Languages => Known.Keys;

    /// <returns>The header's <c>Plural-Forms</c>: of the tag, else of its language, else that of most languages.</returns>
    public static string Of(string language) =>
        Known.GetValueOrDefault(language) ?? Known.GetValueOrDefault(language.Split('-')[0]) ?? PluralRule.OneAndOthers;
}
