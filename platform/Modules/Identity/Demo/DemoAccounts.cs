using System.Text.Json;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.TwoFactor;

namespace Platform.Modules.Identity.Demo;

/// <summary>
/// Makes the people of the pack's <c>demo.yaml</c>, with passwords and secrets of their own, and writes them to <c>demo-accounts.json</c>.
/// The file is the memory: who stands in it is kept as they are. Only the host calls this, and only with <c>--demo</c>.
/// </summary>
public sealed class DemoAccounts
{
    public const string FileName = "demo-accounts.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly PersonStore people;
    private readonly AccountStore accounts;
    private readonly Passwords passwords;
    private readonly ActivePack pack;
    private readonly Acts acts;

    internal DemoAccounts(PersonStore people, AccountStore accounts, Passwords passwords, ActivePack pack, Acts acts)
    {
        (this.people, this.accounts, this.passwords, this.pack, this.acts) = (people, accounts, passwords, pack, acts);
    }

    /// <summary>Everybody of the demonstration; empty without <c>--demo</c>.</summary>
    internal IReadOnlyList<DemoAccount> Made { get; private set; } = [];

    /// <returns>Everybody of the demonstration, those made before included.</returns>
    public async Task<IReadOnlyList<DemoAccount>> MakeAsync(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        List<DemoAccount> made = File.Exists(path) ? JsonSerializer.Deserialize<List<DemoAccount>>(await File.ReadAllTextAsync(path), Json)! : [];
        foreach (var person in DemoPerson.Of(pack.Current.Pack).Where(p => !made.Exists(m => m.Id == p.Id)))
        {
            made.Add(await MakeAsync(person));
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(made, Json));
        }

        return Made = made;
    }

    private async Task<DemoAccount> MakeAsync(DemoPerson person)
    {
        var act = acts.Begin(Actor.System);
        var id = await people.AddAsync(act, person.Details);
        var password = person.Account is null ? null : Passwords.Print();
        var totp = person.Grants.Count > 0 ? Totp.NewKey() : null;
        if (person.Account is { } name)
        {
            var account = new Account { PersonId = id, SignInName = name, PasswordHash = passwords.Hash(password!), TotpKey = totp, TwoFactor = totp is not null };
            await accounts.AddAsync(act, account, SignInNames.Fold(name, pack.Current.Pack.Phone)!);
        }

        foreach (var grant in person.Grants)
        {
            GrantStore.Give(act, id, grant, act.At, null);
        }

        await act.CommitAsync();
        if (person.Verified)
        {
            await ConfirmAsync(id, person.Id);
        }

        return new DemoAccount(person.Id, id, person.Account, password, totp is null ? null : Base32.Encode(totp), [.. person.Grants.Select(g => g.Role).Distinct()]);
    }

    // Nobody sat at a counter: the record says that the invented person confirmed it.
    private async Task ConfirmAsync(Guid id, string name)
    {
        var person = (await people.FindAsync(id))!;
        var act = acts.Begin(new Actor(id, id, Channels.System));
        if (!await people.ConfirmAsync(act, person, person.Details! with { VerifiedId = person.Details.ClaimedId }, Evidence.IdentityCard))
        {
            throw new InvalidOperationException($"demo.yaml: the national-id of {name} is already somebody else's.");
        }

        await act.CommitAsync();
    }
}
