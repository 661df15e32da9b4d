using System.Reflection;
using System.Runtime.Loader;

namespace Platform.Core.Modules.External;

/// <summary>
/// Where modules from outside live. What the host has they share with it, so that its types are theirs; what they bring along comes from the
/// verified bytes, never from a folder.
/// </summary>
internal sealed class ModuleContext(IReadOnlyList<ModuleFile> verified) : AssemblyLoadContext("modules")
{
    private readonly Dictionary<string, Assembly> loaded = new(StringComparer.OrdinalIgnoreCase);

    public Assembly Load(ModuleFile file)
    {
        if (!loaded.TryGetValue(file.Name, out var assembly))
        {
            using var bytes = new MemoryStream(file.Content, writable: false);
            loaded[file.Name] = assembly = LoadFromStream(bytes);
        }

        return assembly;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return verified.FirstOrDefault(f => f.Name.Equals($"{assemblyName.Name}.dll", StringComparison.OrdinalIgnoreCase)) is { } file ? Load(file) : null;
        }
    }
}
