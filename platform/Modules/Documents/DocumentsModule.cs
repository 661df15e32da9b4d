using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Signing;
using Platform.Modules.Documents.Verifying;

namespace Platform.Modules.Documents;

/// <summary>Certificates: numbered, signed, printed, checked by anyone, corrected and revoked.</summary>
public sealed class DocumentsModule : PlatformModule
{
    public override string Name => "documents";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<DocumentsOptions>();
        Array.ForEach(DocumentsPermissions.All, module.Permission);
        module.Section<DocumentsSection>("documents");
        module.Action<IssueDocument>("issue-document");
        module.On<DocumentIssued, SignDocument>();
        AddServices(module.Services);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<DocumentWording>();
        services.AddSingleton<DocumentBody>();
        services.AddSingleton<SheetDrawing>();
        services.AddSingleton<SheetSource>();
        services.AddSingleton<DocumentSigning>();
        services.AddSingleton<Verification>();
        services.AddSingleton<WrongCodes>();
    }
}
