using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Platform.Web.Assets;

/// <summary>
/// The compiled styles, fonts, scripts and icons, held in memory. Their names carry a hash of their content, so browsers keep them for ever.
/// </summary>
public sealed class AssetFiles
{
    private const string Folder = "assets/";
    private readonly FrozenDictionary<string, byte[]> files;
    private readonly FrozenDictionary<string, string> names;

    public AssetFiles()
    {
        var assembly = typeof(AssetFiles).Assembly;
        files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Folder.Length..], n => Bytes(assembly, n), StringComparer.Ordinal);
        names = JsonSerializer.Deserialize<Dictionary<string, string>>(files["manifest.json"])!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The plain names, as <c>platform.css</c>.</summary>
    public IEnumerable<string> Names => names.Keys;

    /// <summary>The URL of an asset by its plain name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string Url(string name) => $"/assets/{names[name]}";

    /// <summary>The content of an asset by its plain name.</summary>
    public byte[] Content(string name) => files[names[name]];

    /// <param name="file">The fingerprinted name, with <c>.br</c> or <c>.gz</c> behind it for the compressed form.</param>
    internal byte[]? Find(string file) => files.GetValueOrDefault(file);

    private static byte[] Bytes(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
