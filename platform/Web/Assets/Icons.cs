using System.Collections.Frozen;
using System.Text.Json;

namespace Platform.Web.Assets;

/// <summary>The line icons of the lucide set by their names, as <c>baby</c>. A pack may name any of them.</summary>
public sealed class Icons(AssetFiles assets)
{
    // Packs are read before there is a site, and by programs that have none.
    private static readonly Lazy<FrozenSet<string>> Known = new(() => JsonSerializer.Deserialize<Dictionary<string, string>>(new AssetFiles().Content("icons.json"))!.Keys.ToFrozenSet(StringComparer.Ordinal));

    private readonly Lazy<FrozenDictionary<string, string>> shapes = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(assets.Content("icons.json"))!.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Every name there is, in no order.</summary>
    public static IReadOnlyCollection<string> Names => Known.Value;

    public bool Has(string name) => shapes.Value.ContainsKey(name);

    /// <returns>What stands inside the <c>svg</c> element; a plain circle where the name is unknown.</returns>
    public string Shape(string name) => shapes.Value.GetValueOrDefault(name, """<circle cx="12" cy="12" r="9"/>""");
}
