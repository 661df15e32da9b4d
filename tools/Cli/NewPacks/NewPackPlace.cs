using Platform.Core.Packs;

namespace Platform.Cli.NewPacks;

/// <summary>Finds packs, and from a pack the platform that they are packs of.</summary>
internal static class NewPackPlace
{
    /// <summary>The folder that is meant: a bare name is one of the platform's packs, from wherever in the platform the command is typed.</summary>
    public static string Find(string folderOrName) =>
        Above(Environment.CurrentDirectory).Select(d => Path.Combine(d, "templates", "packs", folderOrName)).Prepend(folderOrName).FirstOrDefault(IsPack, folderOrName);

    public static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "pack.yaml"));

    /// <summary>The platform's folder, in which its commands are typed; null where the pack lies outside of it.</summary>
    public static string? Platform(string pack) => Above(pack).FirstOrDefault(d => File.Exists(Path.Combine(d, "Platform.sln")) && Directory.Exists(Path.Combine(d, "tools", "Cli")));

    private static IEnumerable<string> Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
