using System.Data.Common;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys.Search;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.People;

/// <summary>The tokens by which people are found, and those that keep a confirmed number one person's.</summary>
internal sealed class PersonTokenHolder(Db db, KeyStore keys, SearchTokens tokens) : ITokenHolder
{
    private const int Page = 200;

    public string Name => "people";

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        for (var rows = await ReadAsync(Guid.Empty, cancellationToken); rows.Count > 0; rows = await ReadAsync(rows[^1].PersonId, cancellationToken))
        {
            var opened = await keys.GetManyAsync(rows.Select(r => r.PersonId), cancellationToken);
            var known = rows.Select(row => row.ToPerson(opened.GetValueOrDefault(row.PersonId))).Where(person => person.Details is not null).ToList();
            await db.WriteAsync((connection, transaction) => RenewAsync(connection, transaction, known), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<SealedPerson>> ReadAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<SealedPerson>(
            "select person_id, kind, version, created_at, details from platform_person where person_id > @after order by person_id limit @Page", new { after, Page })).AsList();
    }

    private async Task<int> RenewAsync(DbConnection connection, DbTransaction transaction, List<Person> people)
    {
        foreach (var person in people)
        {
            // Whoever was changed meanwhile has new tokens already.
            var same = await connection.ExecuteAsync(
                "update platform_person set version = version where person_id = @PersonId and version = @Version", new { person.PersonId, person.Version }, transaction);
            if (same == 1)
            {
                await RenewAsync(connection, transaction, person.PersonId, person.Details!);
            }
        }

        return people.Count;
    }

    private async Task RenewAsync(DbConnection connection, DbTransaction transaction, Guid personId, PersonDetails details)
    {
        await connection.ExecuteAsync("delete from platform_person_token where person_id = @personId", new { personId }, transaction);
        foreach (var (field, token) in PersonTokens.Of(tokens, details).Distinct())
        {
            await connection.ExecuteAsync(PersonTokens.Insert, new { person = personId, field, token }, transaction);
        }

        if (details.VerifiedId is { } number)
        {
            var token = PersonTokens.VerifiedId(tokens, number);
            await connection.ExecuteAsync("update platform_person_verified_id set token = @token where person_id = @personId", new { token, personId }, transaction);
        }
    }
}
