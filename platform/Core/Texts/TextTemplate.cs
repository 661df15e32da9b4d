using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>What there is to translate in the code: a template for Core, Web, Host and each module.</summary>
/// <param name="Name">The template's file is <c>locales/{Name}.pot</c>, its translations <c>locales/{tag}/{Name}.po</c>.</param>
public sealed record TextTemplate(string Name, PoFile File)
{
    private static readonly string[] Parts = ["Core", "Web", "Host"];

    /// <summary>True for the parts of the platform that no pack can switch off.</summary>
    internal static bool IsAlwaysThere(string name) => Parts.Contains(name, StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => File.Entries.All(entry => entry.IsHeader);

    /// <summary>Read from the code; projects without texts are left out.</summary>
    /// <param name="root">The repository's root.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<TextTemplate> Scan(string root) =>
        Projects(root).Select(project => new TextTemplate(Path.GetFileName(project).ToLowerInvariant(), TextScanner.Scan(project, root))).Where(template => !template.IsEmpty);

    /// <summary>Read from <c>locales/*.pot</c>, in the order of their names.</summary>
    /// <param name="locales">The folder.</param>
    /// <exception cref="PoException">A template cannot be read.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IEnumerable<TextTemplate> Load(string locales) =>
        Directory.GetFiles(locales, "*.pot").Order(StringComparer.Ordinal).Select(path => new TextTemplate(Path.GetFileNameWithoutExtension(path), PoFile.Load(path)));

    private static IEnumerable<string> Projects(string root)
    {
        var platform = Path.Combine(root, "platform");
        var modules = Path.Combine(platform, "Modules");
        return Parts.Select(name => Path.Combine(platform, name))
            .Concat(Directory.Exists(modules) ? Directory.GetDirectories(modules).Order(StringComparer.Ordinal) : [])
            .Where(Directory.Exists);
    }
}
