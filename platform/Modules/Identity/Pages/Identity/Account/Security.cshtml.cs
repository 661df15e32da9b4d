using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Core.Texts;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class SecurityModel(AccountStore accounts, SessionStore sessions, CurrentSession current) : IdentityPage
{
    public IReadOnlyList<SessionEntry> Sessions { get; private set; } = [];

    public bool TwoFactor { get; private set; }

    public Guid CurrentId => current.Session!.SessionId;

    public async Task OnGetAsync()
    {
        TwoFactor = (await accounts.FindAsync(Me))!.TwoFactor;
        Sessions = await sessions.ListAsync(Me);
    }

    public async Task<IActionResult> OnPostAsync(Guid session)
    {
        var act = Begin();
        SessionStore.End(act, session, Me);
        await act.CommitAsync();
        return To("/account/security");
    }

    public string Local(Instant instant) => T.Formats().DateTime(instant);

    public string DeviceOf(SessionEntry session) => DeviceWords.Of(T, session.Client);
}
