using System.Reflection;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>
/// Texts that assemblies carry themselves, as embedded <c>locales/{tag}/{module}.po</c>: those of modules that live outside the platform's repository.
/// What the folder of texts says goes before.
/// </summary>
public sealed class CarriedTexts(IEnumerable<Assembly> assemblies)
{
    private const string Folder = "locales/";

    /// <exception cref="PoException">A file cannot be used.</exception>
    public TextCatalog Catalog { get; } = TextCatalog.From(
        from assembly in assemblies
        from name in assembly.GetManifestResourceNames()
        let parts = name.Split('/')
        where name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".po", StringComparison.Ordinal) && parts.Length == 3
        select (parts[1], Read(assembly, name)));

    private static PoFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return PoFile.Parse(bytes.ToArray(), $"{assembly.GetName().Name}/{name}");
    }
}
