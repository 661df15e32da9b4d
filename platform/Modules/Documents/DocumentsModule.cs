using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Documents.Correcting;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Printing;
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
        module.On<DocumentIssued, PrintDocument>();
        // Open to all: whose case it is decides the pages of holders, and the code or the signed text decides what is told of a document.
        module.OpenPages("/Documents/My");
        module.OpenPages("/Documents/Verify");
        module.Pages("/Documents/Desk", DocumentsPermissions.View);
        module.Menu(MenuPlaces.Account, "My documents", "/my/documents", order: 20);
        module.Menu(MenuPlaces.Public, "Check a document", "/verify", order: 80);
        module.Menu(MenuPlaces.Desk, "Documents of a case", "/desk/documents", DocumentsPermissions.View, order: 60);
        AddServices(module.Services);
        DocumentsExport.Declare(module);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<DocumentWording>();
        services.AddSingleton<DocumentBody>();
        services.AddSingleton<DocumentLines>();
        services.AddSingleton(new MyCasePart("Documents/_OfCase"));
        services.AddSingleton<SheetDrawing>();
        services.AddSingleton<SheetSource>();
        services.AddSingleton<DocumentSigning>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<PdfFiles>();
        services.AddScoped<PrintedPage>();
        services.AddScoped<ICasePanel, CaseDocuments>();
        services.AddSingleton<Revocation>();
        services.AddSingleton<Correction>();
        services.AddSingleton<Verification>();
        services.AddSingleton<WrongCodes>();
    }
}
