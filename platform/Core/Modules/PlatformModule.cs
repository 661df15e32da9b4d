namespace Platform.Core.Modules;

/// <summary>One unit of the product: an instance has it or has not. Its <see cref="Configure"/> is its table of contents.</summary>
public abstract class PlatformModule
{
    /// <summary>Lower-case name: prefix of its tables, permissions, text files, settings and API.</summary>
    public abstract string Name { get; }

    /// <summary>Names of the modules whose public types it uses. They stand before it in the host's list.</summary>
    public virtual IReadOnlyList<string> DependsOn => [];

    /// <summary>Declares everything the module brings. Runs once, before the host is built.</summary>
    public abstract void Configure(ModuleBuilder module);
}
