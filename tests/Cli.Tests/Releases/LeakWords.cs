using Platform.Cli.Releases.Screening;

namespace Platform.Cli.Tests.Releases;

/// <summary>
/// Twenty leaks of each kind, as somebody might leave them in a file. Whatever has the form of a real secret or address is put together
/// here, so that this file has none in it.
/// </summary>
internal static class LeakWords
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string At = "@";
    private static ulong state = 42;

    public static IReadOnlyDictionary<LeakKind, string[]> All { get; } = new Dictionary<LeakKind, string[]>
    {
        [LeakKind.Secret] = Secrets(),
        [LeakKind.Entropy] = Entropy(),
        [LeakKind.Personal] = Personal(),
        [LeakKind.Name] =
        [
            "See how e-Steppe does it.", "# copied from e-steppe", "var pack = \"templates/packs/e-steppe\";", "title: Welcome to E-STEPPE", "time-zone: Asia/Ulaanbaatar", "TZ=Asia/Ulaanbaatar",
            "The first office opened in Ulaanbaatar.", "address: 12 Peace Avenue, ULAANBAATAR", "msgstr \"Улаанбаатар хот\"", "Өргөдлийг Улаанбаатарын төвд өгнө", "- Баян-Өлгий аймаг", "travel to Bayan-Ölgii",
            "{\"province\": \"Övörkhangai\"}", "Өвөрхангайд салбар нээв", "<p>Mongolia</p>", "MONGOLIA: population", "// as in Mongolia, names have one part", "Монгол Улс", "\\u0423\\u043b\\u0430\\u0430\\u043d\\u0431\\u0430\\u0430\\u0442\\u0430\\u0440", "&#x0423;&#x043B;&#x0430;&#x0430;&#x043D;&#x0431;&#x0430;&#x0430;&#x0442;&#x0430;&#x0440;",
        ],
        [LeakKind.Domain] =
        [
            "https://www.burtgel.gov.mn/forms/12", "url: burtgel.gov.mn", "mail from noreply.burtgel.gov.mn", "curl -s https://api.burtgel.gov.mn/v2", "HOST=mddc.gov.mn", "<a href=\"https://mddc.gov.mn\">", "see MDDC.GOV.MN", "proxy_pass http://cache.mddc.gov.mn:8080;",
            "\"issuer\": \"https://login.mddc.gov.mn\"", "server_name www.burtgel.gov.mn;", "# from http://burtgel.gov.mn/law", "redirect: https://burtgel.gov.mn/mn", "allowed-hosts: [portal.mddc.gov.mn]", "smtp.mddc.gov.mn", "dig +short mddc.gov.mn", "ping burtgel.gov.mn",
            "new Uri(\"https://burtgel.gov.mn\")", "(burtgel.gov.mn)", "ldap://ldap.mddc.gov.mn/dc=gov", "git clone ssh://git.mddc.gov.mn/portal",
        ],
        [LeakKind.Language] =
        [
            "languages: [lo, mn, en]", "\"Language: mn\\n\"", "<html lang=\"mn\">", "<p lang='mn'>", "source-language: mn", "hreflang=\"mn\"", "xml:lang=\"mn\"", "see locales/mn/core.po", "code,parent,level,name_mn", "content/about.mn.md",
            "Accept-Language: en, mn;q=0.9", "The page is in Mongolian first.", "MONGOLIAN translation", "new CultureInfo(\"mn-MN\")", "LC_ALL=mn_MN.UTF-8", "translators: mongolian team", "languages: [mn]", "locales/mn.po", "Mongolian (Cyrillic)", "<link hreflang=mn>",
        ],
        [LeakKind.PhoneCode] =
        [
            "Call +976 11 26 3333", "phone: \"+97611263333\"", "tel:+97699112233", "tel:97699112233", "(+976) 7000 1234", "country-code: \"+976\"", "country-code: +976", "00976 11 263333", "0097699112233", "WhatsApp +976-9911-2233",
            "fax +976 (11) 26-3333", "hint: begins with +976 and 8 digits", "var code = \"+976\";", "+976 8888 7777", "SMS to +97688887777;", "(+ 976) 11 26 33 33", "+ 976 99 11 22 33", "<a href='tel:+97670001234'>", "dial 00976-99112233", "{\"dial\":\"+976\"}",
        ],
        [LeakKind.Currency] =
        [
            "currency: {code: MNT, minor-digits: 2}", "fee: 5000 MNT", "MNT 5,000", "amount=5000&currency=MNT", "\"currency\": \"MNT\"", "new Money(5000, \"MNT\")", "5000 MNT; paid", "| MNT | 20,000 |", "// MNT has no minor units in use", "ISO4217=MNT",
            "(MNT)", "prices in MNT.", "USD/MNT 3450", "<td>MNT</td>", "MNT;EUR", "total_MNT: no; total MNT: yes", "5000 Mongolian Tugrik", "mongolian tugrik", "in Mongolian tugriks, rounded", "Mongolian Tugrik (MNT)",
        ],
        [LeakKind.Organization] =
        [
            "General Authority for State Registration", "organization: general-authority-for-state-registration", "the GENERAL AUTHORITY FOR STATE REGISTRATION decides", "Signed: General Authority for State Registration, department 3", "msgid \"General Authority for State Registration\"",
            "- id: ministry-of-digital-development", "Ministry of Digital Development and Communications", "by the Ministry of Digital Development and Communications.", "parent: ministry-of-digital-development", "// agreed with the Ministry of Digital Development and Communications",
            "organization/ministry-of-digital-development#name", "services/general-authority-for-state-registration/", "\"body\":\"Ministry of Digital Development and Communications\"", "(c) Ministry of Digital Development and Communications 2025", "contact general-authority-for-state-registration",
            "<h1>General Authority for State Registration</h1>", "To: General Authority for State Registration;", "queue=ministry-of-digital-development", "ministry of digital development and communications", "GENERAL-AUTHORITY-FOR-STATE-REGISTRATION",
        ],
        [LeakKind.IdRule] =
        [
            "pattern: \"[А-ЯЁӨҮ]{2}[0-9]{8}\"", "new Regex(\"[А-ЯЁӨҮ]{2}[0-9]{8}\")", "'[А-ЯЁӨҮ]{2}[0-9]{8}' // register number", "Регистр: УБ90112233", "id: АА12345678", "\"register\": \"ЧЗ85061518\"", "holder ТА99010203 was found", "ӨҮ00112233", "example: \"УБ90112233\"", "case of (ХБ77040512)",
            "РД90112234,Bat", "УУ12345678;", "where register = 'МӨ66120109'", "<td>ЖЯ88091121</td>", "demo: НА01230405", "register_no=ПК92072815", "\\+976[0-9]{8}", "pattern: '\\+976[0-9]{8}'", "ЁЁ11223344", "seen: ДГ70010199",
        ],
    };

    private static string[] Secrets()
    {
        var key = "PRIVATE " + "KEY-----";
        return
        [
            $"-----BEGIN RSA {key}", $"-----BEGIN {key}", $"-----BEGIN EC {key}", $"-----BEGIN OPENSSH {key}", $"-----BEGIN ENCRYPTED {key}", $"aws = AK{"IA"}{Chance(16).ToUpperInvariant()}", $"AS{"IA"}{Chance(16).ToUpperInvariant()}",
            $"token: gh{"p_"}{Chance(36)}", $"github{"_pat_"}{Chance(30)}", $"glp{"at-"}{Chance(20)}", $"xo{"xb-"}{Chance(24)}", $"key=AI{"za"}{Chance(35)}", $"sk_{"live_"}{Chance(24)}", $"//registry/:_authToken=np{"m_"}{Chance(36)}",
            $"SG{"."}{Chance(22)}.{Chance(43)}", $"ey{"J"}{Chance(20)}.ey{"J"}{Chance(30)}.{Chance(43)}", $"\"Host=db;Username=egov;Pass{"word"}={Chance(9)};Database=egov\"", $"postgres://egov:{Chance(12)}{At}db.internal/egov",
            $"Authorization: Basic {Chance(28)}==", $"egov-instance{"-key"} 1 K7Q2 {Chance(43)}",
        ];
    }

    private static string[] Entropy() =>
    [
        .. new[] { "password: ", "password = \"", "DB_PASSWORD=", "secret: '", "client_secret: ", "\"apiKey\": \"", "api-key=", "ACCESS_KEY=", "smtp.passwd = ", "passphrase: ", "\"token\":\"", "SESSION_SECRET=", "private_key=", "credentials: ", "hsm.pin = " }
            .Select((name, i) => $"{name}{Chance(14 + i)}7x"),
        .. Enumerable.Range(0, 5).Select(i => $"seed {Chance(40 + (4 * i))}"),
    ];

    private static string[] Personal() =>
    [
        $"reviewed by d.batbold{At}mail.mn", $"author: Tuya <tuya.s{At}gmail.com>", $"cc: j.smith{At}moha.gov.la", $"mailto:somchai77{At}yahoo.co.th", $"\"email\":\"anna.k{At}web.de\"", "call her at +49 170 5551 7788", "phone: \"+33612349876\"", "mobile +856 20 7712 3498",
        "passport no: PA4471920", "Passport number N8830142", "national ID: 2201-88-77123", "tax payer id = 990017723", "social security: 078-05-1120", "card 4111 1111 1111 1111", "5500005555555559", "IBAN DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "driving licence: SMITH753116SM9IJ", "date of birth: 1987-03-14",
    ];

    // The same in each run, and no run of one letter in it.
    private static string Chance(int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
    {
        state = (state * 6364136223846793005) + 1442695040888963407;
        return Letters[(int)((state >> 33) % (ulong)Letters.Length)];
    }));
}
