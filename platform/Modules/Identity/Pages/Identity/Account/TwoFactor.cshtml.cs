using Microsoft.AspNetCore.Mvc;
using Platform.Core.Packs;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.TwoFactor;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class TwoFactorModel(AccountStore accounts, Enrolment enrolment, ActivePack pack) : IdentityPage
{
    [BindProperty(Name = "code")]
    public string Code { get; set; } = "";

    public bool InUse { get; private set; }

    public int CodesLeft { get; private set; }

    public string Key { get; private set; } = "";

    public string Picture { get; private set; } = "";

    /// <summary>Shown once, when enrolment is complete.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Next => SignInPaths.Local(Return) ?? HttpContext.InLanguage("/account/security");

    public async Task OnGetAsync() => Show(await enrolment.BeginAsync(Begin(), (await accounts.FindAsync(Me))!));

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.FindAsync(Me))!;
        Show(account);
        if (InUse)
        {
            return Page();
        }

        if (await enrolment.CompleteAsync(HttpContext, Begin(), account, Code ?? "") is not { } codes)
        {
            return Again("code", T["The code is not right. Check that your telephone shows the right time, and enter the next code"]);
        }

        Codes = codes;
        return Page();
    }

    private void Show(Accounts.Account account)
    {
        (InUse, CodesLeft) = (account.TwoFactor, account.RecoveryCodes.Count);
        if (!InUse && account.TotpKey is { } key)
        {
            Key = string.Join(' ', Base32.Encode(key).Chunk(4).Select(group => new string(group)));
            Picture = QrCode.ToDataUrl(Totp.Uri(key, pack.Current.Pack.Brand.Name.Source, account.SignInName));
        }
    }
}
