using System.Data.Common;
using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.People;

/// <summary>
/// The people of this instance. Every value is sealed with the person's own key; staff find people by tokens.
/// Changes are added to the caller's <see cref="Act"/>, which also audits them.
/// </summary>
public sealed class PersonStore(Db db, KeyStore keys, SearchTokens tokens)
{
    /// <summary>The most that one search returns; who finds more must say more.</summary>
    public const int SearchLimit = 50;

    private const string Columns =
        """
        p.person_id, p.kind, p.version, p.created_at, p.details, c.evidence, c.confirmed_by, c.confirmed_at
        from platform_person p left join platform_person_confirmation c on c.person_id = p.person_id
        """;

    private readonly Together<IReadOnlyCollection<Guid>, IReadOnlyList<SealedPerson>> together = new(wanted => ReadAsync(db, wanted));

    /// <summary>Adds a person, with or without an account, known or hardly known.</summary>
    /// <returns>The new person's id.</returns>
    public async Task<Guid> AddAsync(Act act, PersonDetails details) => (await AddAsync(act, Guid.CreateVersion7(), details)).PersonId;

    /// <summary>Adds a person who is the actor of the act already.</summary>
    /// <param name="id">A new one.</param>
    /// <returns>The person as the act leaves it, for more to be done in the same act.</returns>
    public async Task<Person> AddAsync(Act act, Guid id, PersonDetails details)
    {
        var key = await keys.CreateAsync(id);
        act.Do(
            """
            insert into platform_person (person_id, kind, state, version, created_at, details, act)
            values (@id, 'natural', 'active', 1, @at, @details, @act)
            """,
            new { id, details = Seal(key, id, details) });
        PersonTokens.Add(act, tokens, id, details);
        act.Audit("person", id, "person.add");
        return new(id, "natural", 1, act.At, details, null);
    }

    /// <summary>Writes what is known of a person anew. Of two changes at one time the second to commit fails.</summary>
    public async Task ChangeAsync(Act act, Person person, PersonDetails details)
    {
        await UpdateAsync(act, person, details);
        act.Audit("person", person.PersonId, "person.change");
    }

    /// <summary>
    /// Records that the actor saw this person and a proof. A number, where there is one, belongs to one person: committing the act
    /// fails with <see cref="DuplicateException"/> where it was confirmed for another at the same moment.
    /// </summary>
    /// <returns>False, and nothing added to the act, where the number is another person's.</returns>
    public async Task<bool> ConfirmAsync(Act act, Person person, PersonDetails details, string evidence)
    {
        if (details.VerifiedId is { } number && await OwnerOfAsync(number) is { } owner && owner != person.PersonId)
        {
            return false;
        }

        await UpdateAsync(act, person, details);
        act.Do(
            """
            insert into platform_person_confirmation (person_id, evidence, confirmed_by, confirmed_at, act)
            values (@PersonId, @evidence, @actor, @at, @act)
            on conflict (person_id) do update set evidence = excluded.evidence, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at, act = excluded.act
            """,
            new { person.PersonId, evidence });
        act.Do("delete from platform_person_verified_id where person_id = @PersonId", new { person.PersonId });
        if (details.VerifiedId is { } verified)
        {
            act.Do(
                "insert into platform_person_verified_id (token, person_id, act) values (@token, @PersonId, @act)",
                new { token = PersonTokens.VerifiedId(tokens, verified), person.PersonId });
        }

        act.Audit("person", person.PersonId, "person.confirm", new { evidence, number = details.VerifiedId is not null });
        return true;
    }

    /// <returns>Null for nobody.</returns>
    public async Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken = default) => (await FindManyAsync([id], cancellationToken)).SingleOrDefault();

    /// <summary>Several people in two queries, which others share who ask at the same time; in no particular order, and unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Person>> FindManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        var rows = await together.AskAsync(ids, cancellationToken);
        var opened = await keys.GetManyAsync(rows.Select(r => r.PersonId), cancellationToken);
        return [.. rows.Select(row => row.ToPerson(opened.GetValueOrDefault(row.PersonId)))];
    }

    /// <summary>
    /// The same for an official, with a line in the official's own audit chain: by what was looked for and how many were found, never the value.
    /// To be committed before anything is shown.
    /// </summary>
    public async Task<IReadOnlyList<Person>> SearchAsync(Act act, PersonSearch search, CancellationToken cancellationToken = default)
    {
        var found = await SearchAsync(search, cancellationToken);
        act.Audit("person", act.Actor.PersonId!.Value, "person.search", new { by = search.Asked, found = found.Count });
        return found;
    }

    /// <summary>Those to whom everything that was asked for applies; at most <see cref="SearchLimit"/>, the newest first.</summary>
    public async Task<IReadOnlyList<Person>> SearchAsync(PersonSearch search, CancellationToken cancellationToken = default)
    {
        var wanted = PersonTokens.Wanted(tokens, search);
        if (wanted.Count == 0)
        {
            return [];
        }

        var parameters = new DynamicParameters(new { limit = SearchLimit });
        var conditions = wanted.Select((any, i) =>
        {
            parameters.Add($"t{i}", db.List(any));
            return $"select person_id from platform_person_token where {db.AnyOf("token", $"t{i}")}";
        });
        var ids = await db.ReadAsync<Guid>($"{string.Join(" intersect ", conditions)} order by person_id desc limit @limit", parameters, cancellationToken);
        return [.. (await FindManyAsync(ids, cancellationToken)).OrderByDescending(p => p.PersonId)];
    }

    /// <returns>The person for whom this number was confirmed, or null.</returns>
    public async Task<Guid?> OwnerOfAsync(string verifiedId, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(
            $"select person_id from platform_person_verified_id where {db.AnyOf("token", "any")}",
            new { any = db.List(PersonTokens.FindVerifiedId(tokens, verifiedId)) });
    }

    private static async Task<Func<IReadOnlyCollection<Guid>, IReadOnlyList<SealedPerson>>> ReadAsync(Db db, IReadOnlyList<IReadOnlyCollection<Guid>> wanted)
    {
        var ids = db.List(wanted.SelectMany(w => w).Distinct());
        var rows = (await db.ReadAsync<SealedPerson>($"select {Columns} where {db.AnyOf("p.person_id", "ids")}", new { ids })).ToDictionary(r => r.PersonId);
        return mine => [.. mine.Distinct().Select(id => rows.GetValueOrDefault(id)).OfType<SealedPerson>()];
    }

    private async Task UpdateAsync(Act act, Person person, PersonDetails details)
    {
        var key = await keys.GetAsync(person.PersonId);
        act.Guard(
            "platform_person", "person_id", person.PersonId,
            "update platform_person set details = @details, version = version + 1, act = @act where person_id = @PersonId and version = @Version",
            new { person.PersonId, person.Version, details = Seal(key, person.PersonId, details) });
        act.Do("delete from platform_person_token where person_id = @PersonId", new { person.PersonId });
        PersonTokens.Add(act, tokens, person.PersonId, details);
    }

    private static byte[] Seal(SecretKey key, Guid id, PersonDetails details) =>
        Cipher.Seal(key, SealedPerson.DetailsOf(id), JsonSerializer.SerializeToUtf8Bytes(details));
}
