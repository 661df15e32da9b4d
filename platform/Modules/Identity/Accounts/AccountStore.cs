using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Identity.Accounts;

/// <summary>The accounts. Names and secrets are sealed with the person's key; a name is found by its token.</summary>
public sealed class AccountStore(Db db, KeyStore keys, SearchTokens tokens)
{
    private const string NameField = "identity.sign-in-name";

    /// <summary>Adds the account of a person who has none.</summary>
    /// <param name="name">As <see cref="SignInNames.Fold"/> gives it; null for who signs in with an identity provider only.</param>
    /// <remarks>Committing fails with <see cref="DuplicateException"/> where the name is taken (<c>identity_sign_in_name</c>) or the person has an account.</remarks>
    public async Task AddAsync(Act act, Account account, string? name)
    {
        account.SecurityStamp = NewStamp();
        account.Version = 1;
        act.Do(
            """
            insert into identity_account (person_id, sign_in_name, password_hash, password_until, must_change, security_stamp, totp_key, two_factor, totp_step, recovery_codes, version, created_at, act)
            values (@PersonId, @SignInName, @PasswordHash, @PasswordUntil, @MustChange, @SecurityStamp, @TotpKey, @TwoFactor, @TotpStep, @RecoveryCodes, @Version, @at, @act)
            """,
            await SealAsync(account));
        if (name is not null)
        {
            act.Do("insert into identity_sign_in_name (token, person_id) values (@token, @PersonId)", new { token = TokenOf(name), account.PersonId });
        }

        act.Audit("person", account.PersonId, "identity.sign-up");
    }

    /// <summary>Writes the account as it now is. Of two changes at one time the second to commit fails.</summary>
    /// <param name="action">What happened, for the audit row.</param>
    public async Task SaveAsync(Act act, Account account, string action)
    {
        act.Guard(
            "identity_account", "person_id", account.PersonId,
            """
            update identity_account set sign_in_name = @SignInName, password_hash = @PasswordHash, password_until = @PasswordUntil, must_change = @MustChange,
                security_stamp = @SecurityStamp, totp_key = @TotpKey, two_factor = @TwoFactor, totp_step = @TotpStep, recovery_codes = @RecoveryCodes,
                version = @Version + 1, act = @act
            where person_id = @PersonId and version = @Version
            """,
            await SealAsync(account));
        act.Audit("person", account.PersonId, action);
        account.Version++;
    }

    /// <summary>Ends every session of a person at the next request, whether or not there is an account.</summary>
    public static void EndSessions(Act act, Guid person) => act.Do(
        "update identity_account set security_stamp = @stamp, version = version + 1 where person_id = @person",
        new { person, stamp = NewStamp() });

    public async Task<Account?> FindAsync(Guid person, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<AccountRow>("select * from identity_account where person_id = @person", new { person });
        return row is null ? null : await OpenAsync(row, cancellationToken);
    }

    /// <param name="name">As <see cref="SignInNames.Fold"/> gives it.</param>
    public async Task<Account?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<AccountRow>(
            $"select a.* from identity_sign_in_name n join identity_account a on a.person_id = n.person_id where {db.AnyOf("n.token", "any")}",
            new { any = db.List(tokens.FindExact(NameField, name)) });
        return row is null ? null : await OpenAsync(row, cancellationToken);
    }

    /// <param name="name">As <see cref="SignInNames.Fold"/> gives it.</param>
    internal string TokenOf(string name) => tokens.Exact(NameField, name);

    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal static RowIdentity Place(Guid person, string column) => new("identity_account", column, person);

    private async Task<AccountRow> SealAsync(Account account)
    {
        var key = await keys.GetAsync(account.PersonId);
        return new AccountRow
        {
            PersonId = account.PersonId,
            SignInName = Cipher.Seal(key, Place(account.PersonId, "sign_in_name"), Encoding.UTF8.GetBytes(account.SignInName)),
            PasswordHash = account.PasswordHash,
            PasswordUntil = account.PasswordUntil,
            MustChange = account.MustChange,
            SecurityStamp = account.SecurityStamp,
            TotpKey = account.TotpKey is null ? null : Cipher.Seal(key, Place(account.PersonId, "totp_key"), account.TotpKey),
            TwoFactor = account.TwoFactor,
            TotpStep = account.TotpStep,
            RecoveryCodes = JsonSerializer.Serialize(account.RecoveryCodes),
            Version = account.Version,
        };
    }

    private async Task<Account> OpenAsync(AccountRow row, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(row.PersonId, cancellationToken);
        return new Account
        {
            PersonId = row.PersonId,
            SignInName = Cipher.OpenText(key, Place(row.PersonId, "sign_in_name"), row.SignInName),
            PasswordHash = row.PasswordHash,
            PasswordUntil = row.PasswordUntil,
            MustChange = row.MustChange,
            SecurityStamp = row.SecurityStamp,
            TotpKey = row.TotpKey is null ? null : Cipher.Open(key, Place(row.PersonId, "totp_key"), row.TotpKey),
            TwoFactor = row.TwoFactor,
            TotpStep = row.TotpStep,
            RecoveryCodes = JsonSerializer.Deserialize<string[]>(row.RecoveryCodes)!,
            Version = row.Version,
        };
    }
}
