using Platform.Core.Data;
using Platform.Core.Keys.Search;

namespace Platform.Core.People;

/// <summary>What staff look for. What is null is not asked; what is asked must all apply.</summary>
/// <param name="Name">Any parts of the name, in any order.</param>
/// <param name="NationalId">Claimed or confirmed.</param>
public sealed record PersonSearch(string? Name = null, string? NationalId = null, string? Phone = null, string? Email = null)
{
    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Asked.Count == 0;

    /// <summary>By what is looked for, without the values.</summary>
    internal IReadOnlyList<string> Asked =>
        [.. new[] { ("name", Name), ("id", NationalId), ("phone", Phone), ("email", Email) }.Where(a => !string.IsNullOrWhiteSpace(a.Item2)).Select(a => a.Item1)];
}

/// <summary>By which tokens a person is found.</summary>
internal static class PersonTokens
{
    private const string Name = "person.name";
    private const string NationalId = "person.id";
    private const string Phone = "person.phone";
    private const string Email = "person.email";
    // A field of its own: the token of a confirmed number says nothing about who claims it.
    private const string Verified = "person.verified-id";

    public const string Insert = "insert into platform_person_token (person_id, field, token) values (@person, @field, @token)";

    public static void Add(Act act, SearchTokens tokens, Guid person, PersonDetails details)
    {
        foreach (var (field, token) in Of(tokens, details).Distinct())
        {
            act.Do(Insert, new { person, field, token });
        }
    }

    /// <returns>For each thing asked, the tokens of which a person must have one.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Wanted(SearchTokens tokens, PersonSearch search) =>
    [
        .. search.Name is null ? [] : tokens.FindName(Name, search.Name),
        .. Exact(NationalId, search.NationalId).Concat(Exact(Phone, search.Phone)).Concat(Exact(Email, search.Email))
            .Select(asked => tokens.FindExact(asked.Field, asked.Value)),
    ];

    public static string VerifiedId(SearchTokens tokens, string number) => tokens.Exact(Verified, number);

    public static IReadOnlyList<string> FindVerifiedId(SearchTokens tokens, string number) => tokens.FindExact(Verified, number);

    public static IEnumerable<(string Field, string Token)> Of(SearchTokens tokens, PersonDetails details) =>
    [
        .. tokens.Name(Name, string.Join(' ', details.Name.Values)).Select(token => (Name, token)),
        .. Exact(NationalId, details.ClaimedId).Concat(Exact(NationalId, details.VerifiedId)).Concat(Exact(Phone, details.Phone)).Concat(Exact(Email, details.Email))
            .Select(known => (known.Field, tokens.Exact(known.Field, known.Value))),
    ];

    private static IEnumerable<(string Field, string Value)> Exact(string field, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [(field, value)];
}
