using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>
/// A pack that shall stand on another version of its base. Compares three sides field by field: the base as it was, the base as it
/// shall be, and the pack. Writes nothing; see <see cref="SavedUpgrade"/>.
/// </summary>
public sealed class PackUpgrade
{
    private readonly IPackFiles pack;
    private readonly IReadOnlyList<IPackFiles> old;
    private readonly IReadOnlyList<IPackFiles> @new;
    private readonly bool layered;
    private readonly PackProblems problems = new();

    /// <param name="pack">What was made from the base: a layer on it, or a copy of its files.</param>
    /// <param name="newBase">With the layers beneath it beside it.</param>
    /// <param name="oldBase">What the pack was made from.</param>
    public PackUpgrade(IPackFiles pack, IPackFiles newBase, IPackFiles oldBase)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(newBase);
        this.pack = pack;
        layered = PackTag.BaseOf(pack) is not null;
        Old = PackTag.Of(oldBase);
        New = PackTag.Of(newBase);
        old = PackLayers.Open(oldBase, problems).Layers;
        // Its folder may be named after the version.
        @new = PackLayers.Open(new PackOverlay(New?.Name ?? newBase.Name, newBase, NoChanges, []), problems).Layers;
        if (New is { } tag && !PackId.IsSlug(tag.Name))
        {
            problems.Add(new(newBase.Name, "pack.yaml", 1), "'{0}' is not the name of a pack: use small letters, digits and '-', beginning with a letter.", tag.Name);
        }

        Changes = [.. Decide(_ => null).Changes];
    }

    /// <summary>The base as it was; null where its <c>pack.yaml</c> cannot be read.</summary>
    public PackTag? Old { get; }

    /// <summary>The base as it shall be.</summary>
    public PackTag? New { get; }

    /// <summary>Every field that is not the same on all three sides, file by file.</summary>
    public IReadOnlyList<FieldChange> Changes { get; }

    /// <summary>Files of any of the three sides that cannot be read: to be corrected first.</summary>
    public IReadOnlyList<PackProblem> Problems => problems.Errors;

    private static Dictionary<string, byte[]?> NoChanges { get; } = [];

    // A file without anything in it and no file are the same.
    private static PackMap Nothing { get; } = new([], default);

    /// <summary>The pack on its new base.</summary>
    /// <param name="choices">By field: what somebody decided. A conflict that is not named stays yours.</param>
    public UpgradedPack With(IReadOnlyDictionary<FieldPath, FieldChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var found = new PackProblems();
        var changed = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var file in Decide(choices.GetValueOrDefault).Files)
        {
            Write(file, changed, found);
        }

        IPackFiles files = new PackOverlay(pack.Name, pack, changed, layered ? @new : []);
        return new(files, [.. Changed(pack, changed), .. layered ? @new.SelectMany(Replaced) : []], found.Errors);
    }

    private IEnumerable<string> Paths => old.Concat(@new).SelectMany(l => l.Paths).Concat(pack.Paths).Distinct()
        .Where(p => p.Contains('/', StringComparison.Ordinal) || !PackFileNames.IsNote(p)).Order(StringComparer.Ordinal);

    private (List<FieldChange> Changes, List<FieldFile> Files) Decide(Func<FieldPath, FieldChoice?> choose)
    {
        var (changes, files) = (new List<FieldChange>(), new List<FieldFile>());
        foreach (var path in Paths.Where(p => pack.Has(p) || !IsSameBelow(p)))
        {
            var merge = new ThreeWayMerge(change => choose(change.Path) is { } choice ? choice.Of(change) : change.Proposed, layered);
            var (was, now, own) = (FieldFiles.Merged(old, path, problems), FieldFiles.Merged(@new, path, problems), FieldFiles.Written(pack, path, problems));
            var wanted = merge.Merge(new(path), was, now, layered ? FieldFiles.Lay(was, own, problems) : own);
            changes.AddRange(merge.Changes);
            files.Add(new(path, wanted, now, layered ? now : null, own));
        }

        return (changes, files);
    }

    private bool IsSameBelow(string path)
    {
        var (was, now) = (old.Where(l => l.Has(path)).ToList(), @new.Where(l => l.Has(path)).ToList());
        return was.Count == now.Count && was.Zip(now).All(l => l.First.Read(path).AsSpan().SequenceEqual(l.Second.Read(path)));
    }

    private void Write(FieldFile file, Dictionary<string, byte[]?> changed, PackProblems found)
    {
        try
        {
            var content = file.Fitted(BytesOf([pack], file.Path), BytesOf(@new, file.Path), EntriesOf(file.Path));
            changed[file.Path] = content;
            var written = content is null ? null : FieldFiles.Written(new PackOverlay(pack.Name, null, changed, []), file.Path, found);
            if (NodeParts.Difference(new(file.Path), FieldFiles.Lay(file.Below, written, found) ?? Nothing, file.Wanted ?? Nothing) is { } field)
            {
                throw new NotSupportedException($"What was decided for {field} cannot be written in this layer");
            }
        }
        catch (NotSupportedException reason)
        {
            found.Add(new(pack.Name, file.Path, 0), "{0}: write it by hand, then upgrade again.", reason.Message);
        }
    }

    private static byte[]? BytesOf(IEnumerable<IPackFiles> layers, string path) => layers.LastOrDefault(l => l.Has(path))?.Read(path);

    private Func<string, PoEntry?> EntriesOf(string path)
    {
        var entries = new Lazy<Dictionary<string, PoEntry>>(() => @new.Concat(old).Where(l => l.Has(path))
            .SelectMany(l => PoFile.Parse(new PackFile(path, l.Name, l.Read(path)).Text).Translations).DistinctBy(PoField.Key).ToDictionary(PoField.Key));
        return key => entries.Value.GetValueOrDefault(key);
    }

    private IEnumerable<FileChange> Replaced(IPackFiles layer)
    {
        var before = pack.Beside(layer.Name) ?? new PackOverlay(layer.Name, null, NoChanges, []);
        return Changed(before, layer.Paths.Union(before.Paths).Order(StringComparer.Ordinal).ToDictionary(p => p, p => layer.Has(p) ? layer.Read(p) : null));
    }

    private static IEnumerable<FileChange> Changed(IPackFiles layer, IReadOnlyDictionary<string, byte[]?> changed) =>
        from file in changed
        let before = layer.Has(file.Key) ? layer.Read(file.Key) : null
        where before is null != file.Value is null || (before is not null && !before.AsSpan().SequenceEqual(file.Value))
        select new FileChange(layer.Name, file.Key, Bytes(before), Bytes(file.Value));

    // An array that is null would become empty memory.
    private static ReadOnlyMemory<byte>? Bytes(byte[]? content) => content is null ? (ReadOnlyMemory<byte>?)null : content.AsMemory();
}
