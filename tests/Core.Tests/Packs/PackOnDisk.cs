using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

/// <summary>A small pack in a folder of its own, which a test changes file by file.</summary>
public sealed class PackOnDisk : IDisposable
{
    public const string PackYaml = """
        name: small
        version: 1.0.0
        languages: [en]
        source-language: en
        currency: {code: XTS, minor-digits: 2, rounding: 0.05}
        time-zone: Asia/Vientiane
        names:
          - {id: given, label: Given name, required: true}
          - {id: family, label: Family name}
        area-levels: [{id: province, title: Province}, {id: village, title: Village}]
        brand: {name: Small}
        """;

    public const string Service = """
        id: birth
        organization: home
        title: Birth registration
        summary: Register a child.
        audience: [citizen]
        valid-from: 2026-01-01
        """;

    private readonly TestFolder folder = new();

    public PackOnDisk()
    {
        Write("pack.yaml", PackYaml);
        Write("organizations.yaml", "- {id: home, name: Ministry of Home Affairs}");
        Write("areas.csv", "code,parent,level,name_en\n01,,province,North\n02,,province,South\n0101,01,village,Ford\n0201,02,village,Ford\n0202,02,village,Hill\n");
        Write("services/birth.yaml", Service);
    }

    public string Folder => folder["small"];

    public PackOnDisk Write(string path, string text, string layer = "small") => Write(path, System.Text.Encoding.UTF8.GetBytes(text), layer);

    public PackOnDisk Write(string path, byte[] content, string layer = "small")
    {
        var file = Path.Combine(folder.Path, layer, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    /// <summary>Puts a lower layer beneath.</summary>
    public PackOnDisk Below(string path, string text)
    {
        if (!File.Exists(folder["base/pack.yaml"]))
        {
            Write("pack.yaml", PackYaml.Replace("small", "base", StringComparison.Ordinal), "base");
            Write("pack.yaml", PackYaml + "\nextends: base");
        }
        return Write(path, text, "base");
    }

    public PackLoadResult Load(PackSchema? schema = null, bool production = false) => new PackLoader(schema ?? new(), production).Load(Folder);

    /// <summary>The pack, which must be without a mistake.</summary>
    public Pack Read(PackSchema? schema = null)
    {
        var result = Load(schema);
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        return result.Pack!;
    }

    /// <summary>The mistakes as <c>file:line: message</c>.</summary>
    public IReadOnlyList<string> Mistakes(PackSchema? schema = null) => [.. Load(schema).Problems.Select(p => p.ToString())];

    public void Dispose() => folder.Dispose();
}
