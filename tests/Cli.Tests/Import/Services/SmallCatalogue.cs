using Platform.Testing;

namespace Platform.Cli.Tests.Import.Services;

/// <summary>A catalogue of a few rows with a mapping, and the pack it becomes.</summary>
internal sealed class SmallCatalogue : IDisposable
{
    private const string Mapping = """
        source: Invented for a test
        languages: [en, fr]
        pack:
          version: 1.0.0
          currency: {code: XTS, minor-digits: 2, rounding: 1}
          time-zone: Etc/UTC
          modules: [catalogue]
          brand: {name: Small}
          names: [{id: name, label: Name, required: true}]
        translations:
          fr: {pack#brand.name: Petit, pack#names.name.label: Nom}
        organizations:
          from: bodies.csv
          id: {column: body}
          fields:
            name: {texts: {en: name_en, fr: name_fr}}
        services:
          id: {column: no, prefix: s-}
          only: {column: status, is: [open, new]}
          fields:
            organization: {column: body, as: {kind: id}}
            title: {texts: "title_{language}"}
            summary: {texts: "title_{language}", shorten: 20}
            audience: {column: for, split: ";", values: {C: citizen, B: business}}
            channels: {collect: [{value: online, column: online, is: [Y]}, {value: counter, column: visits, above: 0}], otherwise: [post]}
            deadline: {column: days, as: {kind: duration}}
            valid-from: {column: since, as: {kind: date, pattern: dd.MM.yyyy}}

        """;

    public const string Header = "no,body,status,title_en,title_fr,for,online,visits,days,since\n";

    public const string First = "1,Registry,open,Library card,Carte de bibliothèque,C;B,Y,12,3 working days,01.02.2026\n";

    public const string Second = "2,Registry,open,Dog licence,Licence de chien,C,N,0,P10D,01.03.2026\n";

    private readonly TestFolder folder = new();

    public SmallCatalogue()
    {
        File.WriteAllText(folder["map.yaml"], Mapping);
        File.WriteAllText(folder["bodies.csv"], "body,name_en,name_fr\nRegistry,The registry,Le registre\n");
    }

    public string Pack => folder["small"];

    public string this[string file] => File.ReadAllText(Path.Combine(Pack, file));

    public (int Code, string Output, string Error) Import(string rows, params string[] more)
    {
        File.WriteAllText(folder["services.csv"], Header + rows);
        return ImportFile("services.csv", more);
    }

    public (int Code, string Output, string Error) ImportFile(string file, params string[] more) =>
        Egov.Run(["import", "services", folder[file], "--mapping", folder["map.yaml"], "--out", Pack, .. more]);

    public string InFolder(string file) => folder[file];

    public void Edit(string file, string from, string to)
    {
        var text = this[file];
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Pack, file), text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
