namespace Platform.Testing;

/// <summary>A folder of its own for one test; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The root of the repository that the tests were built from.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string from) =>
        File.Exists(System.IO.Path.Combine(from, "Platform.sln")) ? from : FindRoot(Directory.GetParent(from)!.FullName);
}
