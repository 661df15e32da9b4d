namespace Platform.Modules.Webhooks;

/// <summary>What may be done here; who may says the pack's <c>roles.yaml</c>.</summary>
public static class WebhooksPermissions
{
    /// <summary>Says which programs of others are told of what happens to cases, sees what was sent to them, and sends it again.</summary>
    public const string Manage = "webhooks.manage";
}
