namespace Platform.Modules.Cases;

/// <summary>What officials may do with cases. Which roles hold it says the pack's <c>roles.yaml</c>.</summary>
public static class CasesPermissions
{
    public const string View = "cases.view";
    public const string Take = "cases.take";
    public const string Decide = "cases.decide";
    public const string File = "cases.file";

    internal static readonly string[] All = [View, Take, Decide, File];
}
