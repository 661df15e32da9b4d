using Platform.Core.Modules;

namespace Platform.Modules.Identity;

public sealed class IdentityModule : PlatformModule
{
    public override string Name => "identity";

    public override IReadOnlyList<string> DependsOn => [];

    public override void Configure(ModuleBuilder module)
    {
    }
}
