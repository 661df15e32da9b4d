using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class SecurityModel(AccountStore accounts, SessionStore sessions, CurrentSession current, PersonStore people, OfferedProviders providers) : IdentityPage
{
    public IReadOnlyList<SessionEntry> Sessions { get; private set; } = [];

    public bool TwoFactor { get; private set; }

    public bool HasPassword { get; private set; }

    /// <summary>Those that could confirm who this is; none where that is known.</summary>
    public IReadOnlyList<OfferedProvider> Providers { get; private set; } = [];

    public Guid CurrentId => current.Session!.SessionId;

    /// <param name="problem">Why somebody comes back from a provider without being connected.</param>
    public async Task OnGetAsync(string? provider, string? problem)
    {
        if (providers.Find(provider ?? "") is { } offered && ProviderProblems.Text(T, problem, T.Pack(offered.Rule.Title).Value) is { } text)
        {
            ModelState.AddModelError("", text);
        }

        await ReadAsync();
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

    private async Task ReadAsync()
    {
        var account = (await accounts.FindAsync(Me))!;
        (TwoFactor, HasPassword) = (account.TwoFactor, account.HasPassword);
        Providers = (await people.FindAsync(Me))!.Details?.VerifiedId is null ? providers.All : [];
        Sessions = await sessions.ListAsync(Me);
    }
}
