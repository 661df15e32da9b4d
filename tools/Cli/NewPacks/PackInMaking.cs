using System.Text;
using Platform.Core.Packs;

namespace Platform.Cli.NewPacks;

/// <summary>A pack that is judged before anything of it is written.</summary>
/// <param name="below">What it extends; the new folder is to stand beside it, or layers would not find each other.</param>
internal sealed class PackInMaking(string name, PackFolder below) : IPackFiles
{
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<string> Paths => [.. files.Keys];

    public bool Has(string path) => files.ContainsKey(path);

    public byte[] Read(string path) => Encoding.UTF8.GetBytes(files[path]);

    public IPackFiles? Beside(string other) => other == below.Name ? below : below.Beside(other);

    public void Put(string path, string text) => files[path] = text;

    /// <summary>Writes it, whole or not at all.</summary>
    /// <exception cref="IOException">There is such a folder, or the disk refuses.</exception>
    public void Save(string folder)
    {
        var half = Path.Combine(Path.GetDirectoryName(folder)!, $".{name}.part");
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            TextFile.Write(Path.Combine(half, path), text);
        }

        Directory.Move(half, folder);
    }
}
