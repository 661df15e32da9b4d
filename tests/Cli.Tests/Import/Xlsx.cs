using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Platform.Cli.Tests.Import;

/// <summary>Writes workbooks as Excel does (ECMA-376): texts in a table of their own, numbers and dates as numbers.</summary>
internal static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static void Write(string file, params (string Name, IReadOnlyList<IReadOnlyList<string>> Rows)[] sheets)
    {
        var texts = sheets.SelectMany(s => s.Rows).SelectMany(r => r).Distinct().Index().ToDictionary(t => t.Item, t => t.Index);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Put(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """);
        Put(zip, "_rels/.rels", Related(("rId1", "officeDocument", "xl/workbook.xml")));
        Put(zip, "xl/_rels/workbook.xml.rels", Related([.. sheets.Index().Select(s => ($"s{s.Index}", "worksheet", $"worksheets/sheet{s.Index}.xml")), ("t", "sharedStrings", "sharedStrings.xml"), ("y", "styles", "styles.xml")]));
        Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(sheets.Index().Select(s => $"<sheet name=\"{s.Item.Name}\" sheetId=\"{s.Index + 1}\" r:id=\"s{s.Index}\"/>"))}</sheets></workbook>");
        Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.OrderBy(t => t.Value).Select(t => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(t.Key)}</t></si>"))}</sst>");
        foreach (var (at, sheet) in sheets.Index())
        {
            Put(zip, $"xl/worksheets/sheet{at}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(sheet.Rows.Index().Select(r => Row(r.Index + 1, r.Item, texts)))}</sheetData></worksheet>");
        }
    }

    private static string Row(int number, IReadOnlyList<string> cells, Dictionary<string, int> texts) =>
        $"<row r=\"{number}\">{string.Concat(cells.Index().Where(c => c.Item.Length > 0).Select(c => Cell($"{Column(c.Index)}{number}", c.Item, texts)))}</row>";

    private static string Column(int at) => at < 26 ? $"{(char)('A' + at)}" : $"{Column((at / 26) - 1)}{(char)('A' + (at % 26))}";

    private static string Cell(string place, string value, Dictionary<string, int> texts) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) ? $"<c r=\"{place}\" s=\"1\"><v>{date.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>"
        : decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && value[0] is not '0' ? $"<c r=\"{place}\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>"
        : $"<c r=\"{place}\" t=\"s\"><v>{texts[value]}</v></c>";

    private static string Related(params (string Id, string Type, string Target)[] parts) =>
        $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(parts.Select(p => $"<Relationship Id=\"{p.Id}\" Type=\"{Links}/{p.Type}\" Target=\"{p.Target}\"/>"))}</Relationships>";

    private static void Put(ZipArchive zip, string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }
}
