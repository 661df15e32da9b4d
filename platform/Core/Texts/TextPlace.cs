namespace Platform.Core.Texts;

internal static class TextPlace
{
    /// <summary>The folder from the content root upwards, then from the binaries upwards; null when there is none.</summary>
    public static string? Find(string folder, string contentRoot) =>
        Path.IsPathRooted(folder)
            ? Existing(folder)
            : Upwards(contentRoot).Concat(Upwards(AppContext.BaseDirectory)).Select(parent => Existing(Path.Combine(parent, folder))).FirstOrDefault(found => found is not null);

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;

    private static IEnumerable<string> Upwards(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
