using Platform.Core.Modules;

namespace Platform.Modules.Documents;

public sealed class DocumentsModule : PlatformModule
{
    public override string Name => "documents";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Section<DocumentsSection>("documents");
    }
}
