namespace Platform.Modules.Identity;

/// <summary>What officials may do here; who may says the pack's <c>roles.yaml</c>.</summary>
public static class IdentityPermissions
{
    /// <summary>Find people, add them at the counter, confirm who they are.</summary>
    public const string Confirm = "identity.confirm";

    /// <summary>Print a one-time password for somebody who lost theirs.</summary>
    public const string Reset = "identity.reset";

    /// <summary>Give roles to officials and end them.</summary>
    public const string Grant = "identity.grant";
}
