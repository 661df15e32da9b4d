namespace Platform.Modules.Documents;

/// <summary>What officials may do with documents. Which roles hold it says the pack's <c>roles.yaml</c>.</summary>
public static class DocumentsPermissions
{
    public const string View = "documents.view";
    public const string Correct = "documents.correct";
    public const string Revoke = "documents.revoke";

    internal static readonly string[] All = [View, Correct, Revoke];
}
