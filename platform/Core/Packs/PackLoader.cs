namespace Platform.Core.Packs;

/// <summary>What came of reading a pack.</summary>
/// <param name="Pack">The snapshot; null when there is any problem.</param>
/// <param name="Problems">Every mistake, in the order of files and lines.</param>
/// <param name="Warnings">What may stay as it is.</param>
/// <param name="Layers">The layers that were read, from the lowest up.</param>
public sealed record PackLoadResult(Pack? Pack, IReadOnlyList<PackProblem> Problems, IReadOnlyList<PackProblem> Warnings, IReadOnlyList<IPackFiles> Layers);

/// <summary>Reads a pack with all its layers and reports every mistake at once.</summary>
/// <param name="schema">What the installed modules add.</param>
/// <param name="production">Refuses what only a demonstration may hold: examples of law.</param>
public sealed class PackLoader(PackSchema schema, bool production = false)
{
    /// <summary>Reads a pack's folder; the layers below stand beside it.</summary>
    public PackLoadResult Load(string folder) => Load(new PackFolder(folder));

    /// <summary>Reads a pack from a folder or a stored release.</summary>
    public PackLoadResult Load(IPackFiles files)
    {
        var (pack, reading, layers) = Read(files, production);
        return new(reading.Problems.None ? pack : null, reading.Problems.Errors, reading.Problems.Warnings, layers.Layers);
    }

    /// <summary>
    /// Reads what was live once, for the cases filed under it. It was judged then, and what later programs and settings ask beyond that
    /// is not asked of it: those cases go on.
    /// </summary>
    /// <exception cref="PackException">There is nothing in it that this program can read.</exception>
    public Pack LoadAccepted(IPackFiles files)
    {
        var (pack, reading, _) = Read(files, demandLaw: false);
        return pack ?? throw new PackException(reading.Problems.Errors);
    }

    private (Pack? Pack, PackReading Reading, PackLayers Layers) Read(IPackFiles files, bool demandLaw)
    {
        var reading = new PackReading(demandLaw, new(), schema);
        var layers = PackLayers.Open(files, reading.Problems);
        var pack = files.Paths.Contains("pack.yaml") ? new PackRead(layers, schema, reading).Read() : null;
        if (pack is null && reading.Problems.None)
        {
            reading.Problems.Add(new(files.Name, "pack.yaml", 0), "There is no pack to read: write a file pack.yaml that says at least its name.");
        }
        return (pack, reading, layers);
    }
}
