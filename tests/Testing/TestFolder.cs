namespace Platform.Testing;

/// <summary>A folder of its own for one test; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Copies one of the shipped packs into this folder.</summary>
    public void TakePack(string name)
    {
        var packs = System.IO.Path.Combine(RepositoryRoot, "templates/packs");
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(packs, name), "*", SearchOption.AllDirectories))
        {
            var copy = this[System.IO.Path.GetRelativePath(packs, file)];
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The root of the repository that the tests were built from.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string from) =>
        File.Exists(System.IO.Path.Combine(from, "Platform.sln")) ? from : FindRoot(Directory.GetParent(from)!.FullName);
}
