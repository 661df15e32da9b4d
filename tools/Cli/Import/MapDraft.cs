using Platform.Core.Packs;

namespace Platform.Cli.Import;

/// <summary>A map of a definition in the making; what is null is left out.</summary>
internal sealed class MapDraft
{
    private readonly List<PackEntry> entries = [];

    public PackMap Map => new(entries, default);

    public MapDraft With(string key, PackNode? value)
    {
        if (value is not null)
        {
            entries.Add(new(key, default, value));
        }

        return this;
    }

    public MapDraft With(string key, string? value) => With(key, value is null ? null : new PackScalar(value, default));

    /// <param name="words">Left out where there are none.</param>
    public MapDraft With(string key, IReadOnlyCollection<string> words) => With(key, words.Count == 0 ? null : new PackList([.. words.Select(w => new PackScalar(w, default))], default));
}
