using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>Makes an account for a person at the counter, who takes name and one-time password home on paper.</summary>
internal sealed class AccountModel(PersonStore people, AccountStore accounts, Passwords passwords, ActivePack pack, IOptions<IdentityOptions> options) : IdentityPage
{
    public PrintedPassword? Printed { get; private set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        Name = person.Details!.Phone ?? person.Details.Email ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? name)
    {
        if (await FindAsync(id) is null)
        {
            return NotFound();
        }

        Name = name?.Trim() ?? "";
        return SignInNames.Fold(Name, pack.Current.Pack.Phone) is not { } folded
            ? Again("name", T["Choose a name of {0} to {1} characters", SignInNames.Shortest, SignInNames.Longest])
            : await accounts.FindByNameAsync(folded) is not null ? Taken() : await AddAsync(id, folded);
    }

    private async Task<IActionResult> AddAsync(Guid id, string folded)
    {
        var act = Begin(id);
        var (password, hours) = (Passwords.Print(), options.Value.PrintedPasswordHours);
        var account = new Accounts.Account { PersonId = id, SignInName = Name, PasswordHash = passwords.Hash(password), PasswordUntil = act.At.Plus(TimeSpan.FromHours(hours)), MustChange = true };
        await accounts.AddAsync(act, account, folded);
        try
        {
            await act.CommitAsync();
        }
        catch (DuplicateException)
        {
            return Taken();
        }

        Printed = new(Name, password, hours);
        return Page();
    }

    private IActionResult Taken()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Again("name", T["This name is taken. Choose another one"]);
    }

    // Who has an account already gets a new password instead, on the page for that.
    private async Task<Person?> FindAsync(Guid id) =>
        id != Me && await people.FindAsync(id) is { Details: not null } person && await accounts.FindAsync(id) is null ? person : null;
}
