namespace Platform.Core.Packs;

/// <summary>The files of one layer: a folder on disk, or a part of a stored release.</summary>
public interface IPackFiles
{
    /// <summary>The pack's name: that of its folder.</summary>
    string Name { get; }

    /// <summary>All files with <c>/</c> between folders, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Symbolic links, of which a pack may have none; they are not among <see cref="Paths"/>.</summary>
    IReadOnlyList<string> Links => [];

    /// <summary>The content of one of <see cref="Paths"/>.</summary>
    byte[] Read(string path);

    /// <summary>The pack that this one extends, standing beside it; null when it is not there.</summary>
    IPackFiles? Beside(string name);

    /// <summary>True when it has a file of this path.</summary>
    bool Has(string path) => Paths.Contains(path);
}
