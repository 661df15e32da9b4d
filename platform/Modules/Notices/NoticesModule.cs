using Platform.Core.Modules;

namespace Platform.Modules.Notices;

public sealed class NoticesModule : PlatformModule
{
    public override string Name => "notices";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
    }
}
