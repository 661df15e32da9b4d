using Platform.Core.Modules;

namespace Platform.Modules.Catalogue;

public sealed class CatalogueModule : PlatformModule
{
    public override string Name => "catalogue";

    public override IReadOnlyList<string> DependsOn => [];

    public override void Configure(ModuleBuilder module)
    {
    }
}
