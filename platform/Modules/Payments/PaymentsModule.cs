using Platform.Core.Modules;

namespace Platform.Modules.Payments;

public sealed class PaymentsModule : PlatformModule
{
    public override string Name => "payments";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Section<PaymentsSection>("payments");
    }
}
