using Platform.Testing;

namespace Platform.Conventions.Tests;

/// <summary>The repository's own source files.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "assets", "TestResults"];

    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(Path.Combine(TestFolder.RepositoryRoot, folder)).Where(f => Array.Exists(endings, e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string Relative(string path) => Path.GetRelativePath(TestFolder.RepositoryRoot, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));
}
