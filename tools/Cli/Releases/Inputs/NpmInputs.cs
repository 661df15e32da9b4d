using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Platform.Cli.Releases.Contents;

namespace Platform.Cli.Releases.Inputs;

/// <summary>The npm packages from which styles, fonts and icons were made, each as its registry had it.</summary>
internal static class NpmInputs
{
    private const string Folder = "npm";

    /// <param name="web">The folder of <c>package.json</c>.</param>
    /// <param name="folder">Is filled with the packages.</param>
    /// <returns>Path inside the archive, and the file.</returns>
    /// <exception cref="ReleaseBuildException">npm cannot get one, or got another than the lock file names.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Fetch(IReadOnlyList<Package> packages, string web, string folder)
    {
        Directory.CreateDirectory(folder);
        var wanted = packages.Where(p => p.Kind == "npm").ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        // They have just been installed: what npm still has need not be fetched again.
        new Tool("npm", web).Run(["pack", "--silent", "--prefer-offline", "--pack-destination", folder, .. wanted.Select(p => $"{p.Name}@{p.Version}")]);
        wanted.ForEach(p => DemandLocked(p, Path.Combine(folder, FileOf(p))));
        return [.. wanted.Select(p => KeyValuePair.Create($"{Folder}/{FileOf(p)}", Path.Combine(folder, FileOf(p))))];
    }

    /// <summary>Lays the packages where <c>npm ci</c> would, without network and without running anything.</summary>
    /// <param name="inputs">The unpacked archive of inputs.</param>
    /// <exception cref="ReleaseBuildException">A package is not the one that the lock file names.</exception>
    public static void Install(string inputs, string web)
    {
        foreach (var (place, package) in Packages.Locked(web))
        {
            var file = Path.Combine(inputs, Folder, FileOf(package));
            // Packages for other systems did not travel.
            if (File.Exists(file))
            {
                DemandLocked(package, file);
                Unpack(file, Inside(Path.Combine(web, "node_modules"), Path.Combine(web, place), file));
            }
        }

        File.WriteAllText(Path.Combine(web, "node_modules", ".package-lock.json"), "{}");
    }

    private static string FileOf(Package package) => $"{package.Name.TrimStart('@').Replace('/', '-')}-{package.Version}.tgz";

    private static void DemandLocked(Package package, string file)
    {
        using var content = File.OpenRead(file);
        if (Convert.ToHexStringLower(SHA512.HashData(content)) != package.Sha512)
        {
            throw new ReleaseBuildException($"{package.Name} {package.Version} is not the package that package-lock.json names.");
        }
    }

    // npm leaves out the first folder, whatever it is called.
    private static void Unpack(string file, string folder)
    {
        using var unpacked = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                var path = Inside(folder, Path.Combine(folder, entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]), file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                entry.ExtractToFile(path, overwrite: true);
            }
        }
    }

    private static string Inside(string folder, string path, string file) =>
        Path.GetFullPath(path) is var full && full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ReleaseBuildException($"{file} holds a file that would lie outside its folder.");
}
