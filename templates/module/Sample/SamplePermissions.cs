namespace Platform.Modules.Sample;

/// <summary>What officials may do with the register. Which roles hold it says the pack's <c>roles.yaml</c>.</summary>
public static class SamplePermissions
{
    /// <summary>See the entries of one's offices and areas.</summary>
    public const string View = "sample.view";

    /// <summary>End an entry before its time.</summary>
    public const string End = "sample.end";

    internal static readonly string[] All = [View, End];
}
