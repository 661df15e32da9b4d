using Platform.Core.Keys;

namespace Platform.Modules.Documents;

/// <summary>Where the module's sealed values live.</summary>
internal static class Places
{
    public static RowIdentity Content(Guid documentId) => new("documents_document", "content", documentId);

    public static RowIdentity Signature(Guid documentId) => new("documents_document", "signature", documentId);

    public static RowIdentity Reason(Guid documentId) => new("documents_document", "reason", documentId);
}
