using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>
/// A row of what belongs to a case, whichever table it is of: all of it comes by one statement, because a database spends more on each
/// statement than on the few rows that it gives.
/// </summary>
internal sealed record CasePart
{
    private const int Event = 1;
    private const int Fee = 2;
    private const int File = 3;
    private const int Answers = 4;
    private const int Page = 5;
    private const int Note = 6;

    // The first names the columns and gives them their types; the others follow it.
    private static string ForAll(string ours) => $"""
        select case_id, cast({Event} as bigint) as part, seq as number, cast(null as bigint) as amount, act as id, actor_id as person, at, kind as a, action as b, from_state as c, to_state as d, channel as e, content
        from cases_event where {ours}
        union all select case_id, {Fee}, n, amount, null, null, settled_at, fee, currency, state, null, null, null from cases_fee where {ours}
        union all select case_id, {File}, size, null, file_id, null, stored_at, null, null, null, null, null, content from cases_file where {ours}
        union all select case_id, {Answers}, revision, null, null, null, null, null, null, null, null, null, content from cases_answers sent where {ours}
            and revision = (select max(l.revision) from cases_answers l where l.case_id = sent.case_id)
        union all select case_id, {Page}, version, null, null, null, saved_at, page, null, null, null, null, content from cases_page where {ours}
        """;

    private static string Notes(string ours) => $"union all select case_id, {Note}, null, null, note_id, author_id, at, null, null, null, null, null, content from cases_note where {ours}";

    public required Guid CaseId { get; init; }

    public required long Part { get; init; }

    public long? Number { get; init; }

    public long? Amount { get; init; }

    public Guid? Id { get; init; }

    public Guid? Person { get; init; }

    public Instant? At { get; init; }

    public string? A { get; init; }

    public string? B { get; init; }

    public string? C { get; init; }

    public string? D { get; init; }

    public string? E { get; init; }

    public byte[]? Content { get; init; }

    /// <param name="cases">Whose readers were let in.</param>
    /// <param name="forOfficials">With what officials wrote for each other.</param>
    /// <returns>The parts of each.</returns>
    public static async Task<Func<Guid, IReadOnlyList<CasePart>>> ReadAsync(Db db, IReadOnlyList<Guid> cases, bool forOfficials)
    {
        var parts = (await db.ReadAsync<CasePart>(Sql(db, forOfficials), new { cases = db.List(cases.Distinct()) })).ToLookup(p => p.CaseId);
        return id => [.. parts[id]];
    }

    /// <summary>Of the cases in <c>@cases</c>.</summary>
    internal static string Sql(Db db, bool forOfficials)
    {
        var ours = db.AnyOf("case_id", "cases");
        return $"{ForAll(ours)}{(forOfficials ? Notes(ours) : "")}";
    }

    /// <summary>The case with these parts, each kind in its order.</summary>
    public static StoredCase Join(CaseRow found, IReadOnlyList<CasePart> parts)
    {
        IEnumerable<CasePart> Of(int kind) => parts.Where(p => p.Part == kind);
        return new(
            found,
            [.. Of(Event).OrderBy(p => p.Number).Select(p => p.ToEvent())],
            [.. Of(Fee).OrderBy(p => p.Number).Select(p => p.ToFee())],
            [.. Of(File).OrderBy(p => p.Id).Select(p => p.ToFile())],
            Of(Answers).Select(p => new SealedAnswers { Revision = p.Number!.Value, Content = p.Content! }).SingleOrDefault(),
            [.. Of(Page).Select(p => new SealedPage { Page = p.A!, Version = p.Number!.Value, SavedAt = p.At!.Value, Content = p.Content! })])
        {
            Notes = [.. Of(Note).OrderBy(p => p.Id).Select(p => new SealedNote { NoteId = p.Id!.Value, At = p.At!.Value, AuthorId = p.Person!.Value, Content = p.Content! })],
        };
    }

    private CaseEvent ToEvent() => new()
    {
        Seq = Number!.Value,
        Act = Id!.Value,
        At = At!.Value,
        Kind = A!,
        Action = B,
        FromState = C,
        ToState = D,
        ActorId = Person,
        Channel = E!,
        Content = Content,
    };

    private CaseFee ToFee() => new() { N = Number!.Value, Fee = A!, Amount = Amount!.Value, Currency = B!, State = C!, SettledAt = At };

    private CaseFile ToFile() => new() { FileId = Id!.Value, Size = Number!.Value, StoredAt = At!.Value, Content = Content! };
}
