using Platform.Core.Modules;

namespace Platform.Modules.Cases;

public sealed class CasesModule : PlatformModule
{
    public override string Name => "cases";

    public override IReadOnlyList<string> DependsOn => [];

    public override void Configure(ModuleBuilder module)
    {
    }
}
