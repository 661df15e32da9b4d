namespace Platform.Core.Packs;

/// <summary>A registered section: its key in a service, the module that owns it, the version of its shape.</summary>
public sealed class SectionReader
{
    private readonly Func<PackNode, SectionContext, object?> read;

    private SectionReader(string key, string module, int version, Type type, Func<PackNode, SectionContext, object?> read) =>
        (Key, Module, Version, Type, this.read) = (key, module, version, type, read);

    /// <summary>The key in <c>services/*.yaml</c>.</summary>
    public string Key { get; }

    /// <summary>The module whose being on or off decides.</summary>
    public string Module { get; }

    /// <summary>Raised when the shape of the section changes; part of every edition.</summary>
    public int Version { get; }

    /// <summary>What it is read into.</summary>
    public Type Type { get; }

    internal static SectionReader Of<T>(string key, string module, int version) where T : class, IPackSection<T> =>
        new(key, module, version, typeof(T), T.Read);

    internal object? Read(PackNode node, SectionContext context) => read(node, context);
}
