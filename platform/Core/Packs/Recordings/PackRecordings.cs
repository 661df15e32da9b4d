using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>The recordings of a pack: <c>media/&lt;tag&gt;/&lt;address of the text&gt;.opus</c>, with <c>/</c> for the address's <c>#</c>.</summary>
public sealed class PackRecordings
{
    private readonly Dictionary<(string Language, string Name), Recording> byName;
    private readonly Dictionary<string, Recording> byDigest;

    internal PackRecordings(IReadOnlyDictionary<(string Language, string Name), Recording> recordings) =>
        (byName, byDigest) = (new(recordings), recordings.Values.DistinctBy(r => r.Digest).ToDictionary(r => r.Digest));

    public static PackRecordings None { get; } = new(new Dictionary<(string, string), Recording>());

    /// <summary>The recording of a text; null where there is none, and where it says something else than the text does now.</summary>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="words">The text in this language.</param>
    public Recording? Find(string language, PackText text, string words) =>
        byName.TryGetValue((language, NameOf(text.Address)), out var found) && (found.Words ?? words) == words ? found : null;

    public Recording? Find(string digest) => byDigest.GetValueOrDefault(digest);

    internal static string NameOf(string address) => address.Replace('#', '/');
}
