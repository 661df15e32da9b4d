using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.TwoFactor;

namespace Platform.Modules.Identity.Accounts;

/// <summary>How the official who was made signs in for the first time.</summary>
/// <param name="Password">Good for as long as a printed one, and only to choose another.</param>
/// <param name="Totp">Secret for the authenticator app, in base 32.</param>
public sealed record OfficialAccess(Guid PersonId, string Password, string Totp);

/// <summary>Makes accounts of officials from the operator's console: a new instance has nobody who could do it in a page.</summary>
public sealed class OfficialAccounts
{
    private readonly PersonStore people;
    private readonly AccountStore accounts;
    private readonly Passwords passwords;
    private readonly ActivePack pack;
    private readonly Acts acts;
    private readonly IOptions<IdentityOptions> options;

    internal OfficialAccounts(PersonStore people, AccountStore accounts, Passwords passwords, ActivePack pack, Acts acts, IOptions<IdentityOptions> options)
    {
        (this.people, this.accounts, this.passwords, this.pack, this.acts, this.options) = (people, accounts, passwords, pack, acts, options);
    }

    /// <param name="name">What the official signs in with.</param>
    /// <param name="grant">The first role.</param>
    /// <exception cref="ArgumentException">The role or organization is not in the pack, or the name cannot be used.</exception>
    /// <exception cref="DuplicateException">The name is taken.</exception>
    public async Task<OfficialAccess> AddAsync(string name, Grant grant)
    {
        var current = pack.Current.Pack;
        var folded = SignInNames.Fold(name, current.Phone) ?? throw new ArgumentException("The name is empty.");
        Check(grant, current);
        var (password, totp) = (Passwords.Print(), Totp.NewKey());
        var act = acts.Begin(Actor.System);
        var id = await people.AddAsync(act, new PersonDetails());
        var account = new Account
        {
            PersonId = id,
            SignInName = name,
            PasswordHash = passwords.Hash(password),
            // It stays in the scrollback of a terminal.
            PasswordUntil = act.At.Plus(TimeSpan.FromHours(options.Value.PrintedPasswordHours)),
            MustChange = true,
            TotpKey = totp,
            TwoFactor = true,
        };
        await accounts.AddAsync(act, account, folded);
        GrantStore.Give(act, id, grant, act.At, null);
        await act.CommitAsync();
        return new(id, password, Base32.Encode(totp));
    }

    private static void Check(Grant grant, Pack pack)
    {
        if (pack.Roles.Find(grant.Role) is null)
        {
            throw new ArgumentException($"The pack has no role '{grant.Role}'; it has {string.Join(", ", pack.Roles.Select(r => r.Id))}.");
        }

        if (grant.Organization != Grant.AnyOrganization && pack.Organizations.Find(grant.Organization) is null)
        {
            throw new ArgumentException($"The pack has no organization '{grant.Organization}'; it has {string.Join(", ", pack.Organizations.Select(o => o.Id))}.");
        }
    }
}
