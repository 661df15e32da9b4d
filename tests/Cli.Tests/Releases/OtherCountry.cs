using Platform.Cli.Packs;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>Another country's pack, of which nothing may be in a release of this one.</summary>
internal static class OtherCountry
{
    private const string PackFile = """
        name: e-steppe
        extends: starter
        version: 1.0.0
        languages: [mn, en]
        source-language: en
        currency: {code: MNT, minor-digits: 2, rounding: 1}
        time-zone: Asia/Ulaanbaatar
        phone: {country-code: "+976", pattern: '\+976[0-9]{8}', example: "8811 2345"}
        id-number: {label: Register number, pattern: "[А-ЯЁӨҮ]{2}[0-9]{8}", example: "УБ90112233"}
        brand:
          name: e-Steppe
        """;

    private const string Organizations = """
        - {id: general-authority-for-state-registration, name: General Authority for State Registration, type: agency, url: "https://www.burtgel.gov.mn"}
        - {id: ministry-of-digital-development, name: Ministry of Digital Development and Communications, type: ministry, url: "https://mddc.gov.mn", email: info@mddc.gov.mn}
        """;

    private const string Areas = """
        code,parent,level,name_mn,name_en
        11,,province,Улаанбаатар,Ulaanbaatar
        83,,province,Баян-Өлгий,Bayan-Ölgii
        64,,province,Өвөрхангай,Övörkhangai
        """;

    public static Pack Read()
    {
        using var folder = new TestFolder();
        folder.TakePack("starter");
        Directory.CreateDirectory(folder["e-steppe/locales"]);
        File.WriteAllText(folder["e-steppe/pack.yaml"], PackFile);
        File.WriteAllText(folder["e-steppe/organizations.yaml"], Organizations);
        File.WriteAllText(folder["e-steppe/areas.csv"], Areas);
        var read = PackCheck.Load(folder["e-steppe"], production: false);
        return read.Pack ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
