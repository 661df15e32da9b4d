using Platform.Core.Exports;
using Platform.Core.Modules;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity;

/// <summary>Accounts in the export of everything: that there is one, never what opens it.</summary>
internal static class IdentityExport
{
    private const string Secret = "A secret of signing in; people choose new ones where they go.";

    public static void Declare(ModuleBuilder module)
    {
        module.Export("identity_account", "That a person can sign in.",
                """
                sign_in_name: What the person signs in with.
                password_until: When a printed password ends.
                must_change: Whether the password must be changed at the next signing in.
                two_factor: Whether an authenticator is asked for.
                """)
            .Opens("sign_in_name", "person_id", SealedContent.Text, r => AccountStore.Place(r.Id("person_id"), "sign_in_name"))
            .Without("password_hash", Secret).Without("security_stamp", Secret).Without("totp_key", Secret).Without("totp_step", Secret).Without("recovery_codes", Secret);
        module.Export("identity_session", "That a person was signed in.",
                """
                session_id: Identity of the session.
                step: How far the signing in came; open: to its end.
                two_factor: Whether an authenticator was used.
                client: What the browser called itself.
                seen_at: When it was used last.
                expires_at: When it ends in any case.
                ended_at: When it was ended.
                provider: Id of the identity provider whose word it began with; null for a password.
                """)
            .Opens("client", "person_id", SealedContent.Text, r => SessionStore.ClientOf(r.Id("session_id")))
            .Without("token_hash", Secret).Without("stamp", Secret);
        module.NotExported("identity_sign_in_name", "Keyed hashes of the names that stand in identity_account.");
        module.NotExported("identity_provider_visit", "Remembers for minutes that an answer of an identity provider was used.");
        module.NotExported("identity_throttle", "Counts wrong passwords for minutes.");
    }
}
