namespace Platform.Cli.Releases.Contents;

/// <summary>The licence of everything that is not ours, a folder each, and a list of all.</summary>
internal static class LicenceFolder
{
    private const string Apache = "Apache-2.0";

    /// <param name="packages">Each with what it says of its licence.</param>
    /// <param name="sources">The folder with the sources, after they were built.</param>
    /// <returns>The licence of each package, as SPDX names it.</returns>
    /// <exception cref="ReleaseBuildException">A package says nothing about its licence, or has one whose text is not known here.</exception>
    public static IReadOnlyDictionary<Package, string> Write(IEnumerable<KeyValuePair<Package, Licence>> packages, string sources, string folder)
    {
        var named = packages.ToDictionary(p => p.Key, p => WriteOne(p.Key, p.Value, sources, folder));
        var lines = named.Select(p => $"{p.Key.Name} {p.Key.Version}: {p.Value}{(p.Key.Shipped ? "" : " (not in the release, needed to make it)")}, {p.Key.Folder}/");
        File.WriteAllText(Path.Combine(folder, "LICENCES.txt"), $"The platform: {Apache}, LICENSE\n{string.Join('\n', lines)}\n");
        File.Copy(Path.Combine(sources, "LICENSE"), Path.Combine(folder, "LICENSE"));
        return named;
    }

    private static string WriteOne(Package package, Licence licence, string sources, string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, package.Folder)).FullName;
        foreach (var file in licence.Files)
        {
            File.WriteAllBytes(Path.Combine(own, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        if (!licence.Files.Any(IsLicence))
        {
            File.WriteAllText(Path.Combine(own, "LICENSE.txt"), $"{package.Name} {package.Version}\n{licence.Copyright}\n\n{Standard(package, licence, sources)}");
        }

        return licence.Expression ?? $"LicenseRef-{package.Name}";
    }

    public static bool IsLicence(string file) => Path.GetFileName(file).StartsWith("licen", StringComparison.OrdinalIgnoreCase);

    // Where one may choose, the first whose text is known here.
    private static string Standard(Package package, Licence licence, string sources) =>
        (licence.Expression ?? "").Split(" OR ").Select(id => TextOf(id, sources)).FirstOrDefault(text => text is not null)
            ?? throw new ReleaseBuildException($"{package.Name} {package.Version} comes without the text of its licence ({licence.Expression ?? "which it does not name"}); put it into tools/Cli/Releases/Contents/Licences.");

    private static string? TextOf(string id, string sources)
    {
        if (id == Apache)
        {
            return File.ReadAllText(Path.Combine(sources, "LICENSE"));
        }

        using var text = typeof(LicenceFolder).Assembly.GetManifestResourceStream($"licences/{id}.txt");
        return text is null ? null : new StreamReader(text).ReadToEnd();
    }
}
