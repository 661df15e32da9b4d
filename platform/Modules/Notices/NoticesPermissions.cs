namespace Platform.Modules.Notices;

/// <summary>What officials may do here; who may says the pack's <c>roles.yaml</c>.</summary>
public static class NoticesPermissions
{
    /// <summary>See which messages did not arrive, without their words and addresses, and send them again.</summary>
    public const string Replay = "notices.replay";
}
