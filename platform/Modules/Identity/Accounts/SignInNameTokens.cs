using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Core.Packs;

namespace Platform.Modules.Identity.Accounts;

/// <summary>The tokens by which accounts are found and by which a name to sign in with stays one person's.</summary>
internal sealed class SignInNameTokens(Db db, AccountStore accounts, ActivePack pack) : ITokenHolder
{
    private const int Page = 200;

    public string Name => "sign-in-names";

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        for (var people = await ReadAsync(Guid.Empty, cancellationToken); people.Count > 0; people = await ReadAsync(people[^1], cancellationToken))
        {
            foreach (var person in people)
            {
                await RenewAsync(person, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> ReadAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(
            "select person_id from identity_sign_in_name where person_id > @after order by person_id limit @Page", new { after, Page })).AsList();
    }

    private async Task RenewAsync(Guid person, CancellationToken cancellationToken)
    {
        try
        {
            if (await accounts.FindAsync(person, cancellationToken) is { } account && SignInNames.Fold(account.SignInName, pack.Current.Pack.Phone) is { } name)
            {
                await db.WriteAsync("update identity_sign_in_name set token = @token where person_id = @person", new { token = accounts.TokenOf(name), person }, cancellationToken);
            }
        }
        catch (KeyErasedException)
        {
            // Nobody signs in with an erased name any more.
        }
    }
}
