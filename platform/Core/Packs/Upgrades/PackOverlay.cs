namespace Platform.Core.Packs;

/// <summary>A layer with some of its files changed, added or taken away, before anything is written.</summary>
/// <param name="name">The layer's name.</param>
/// <param name="under">The files as they stand; null where there are none.</param>
/// <param name="changed">By path; null: gone.</param>
/// <param name="beside">The layers below; others stand where they stood.</param>
internal sealed class PackOverlay(string name, IPackFiles? under, IReadOnlyDictionary<string, byte[]?> changed, IReadOnlyList<IPackFiles> beside) : IPackFiles
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => field ??=
        [.. (under?.Paths ?? []).Union(changed.Keys).Where(p => !changed.TryGetValue(p, out var content) || content is not null).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Links => under?.Links ?? [];

    /// <inheritdoc/>
    public byte[] Read(string path) => changed.GetValueOrDefault(path) ?? under!.Read(path);

    /// <inheritdoc/>
    public IPackFiles? Beside(string other) => beside.FirstOrDefault(l => l.Name == other) ?? under?.Beside(other);
}
