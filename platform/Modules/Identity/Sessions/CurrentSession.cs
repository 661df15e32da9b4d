namespace Platform.Modules.Identity.Sessions;

/// <summary>The session of this request, also while it is not open yet. Whom it makes the viewer says <see cref="SessionHandler"/>.</summary>
internal sealed class CurrentSession
{
    public Session? Session { get; set; }

    /// <summary>The person holds grants that wait for a code of the authenticator app.</summary>
    public bool GrantsWait { get; set; }
}
