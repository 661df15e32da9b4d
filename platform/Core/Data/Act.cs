using Platform.Core.Audit;
using Platform.Core.Outbox;
using Platform.Core.People;

namespace Platform.Core.Data;

/// <summary>
/// One change of state. Collects statements, audit rows and messages and sends them in one round trip: all of it goes in or nothing does.
/// Statements may name <c>@act</c> (this act's id), <c>@at</c> (its one instant) and <c>@actor</c> (the person who acts, or null).
/// </summary>
/// <remarks>No act writes a row that unrelated cases share: it would make all of them wait for each other.</remarks>
public sealed class Act
{
    private readonly Db db;
    private readonly OutboxRoutes routes;
    private readonly GroupCommit commits;
    private readonly List<Statement> statements = [];
    private readonly List<Statement> last = [];
    private readonly List<AuditLine> lines = [];
    private readonly HashSet<Guid> subjects = [];
    private readonly IReadOnlyList<KeyValuePair<string, object>> shared;
    private bool publishes;

    internal Act(Db db, OutboxRoutes routes, GroupCommit commits, Actor actor, Instant at)
    {
        (this.db, this.routes, this.commits, Actor, At) = (db, routes, commits, actor, at);
        shared = [new("act", Id), new("at", At), new("actor", Actor.PersonId is { } person ? person : new Statement.NoOne())];
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public Instant At { get; }

    public Actor Actor { get; }

    internal IReadOnlyList<Statement> Statements => statements;

    /// <summary>What runs after the statements and audit rows of all acts of a transaction.</summary>
    internal IReadOnlyList<Statement> Last => last;

    internal IReadOnlyList<AuditLine> Lines => lines;

    internal bool Has(Statement? statement) => statements.Concat(last).Any(one => ReferenceEquals(one, statement));

    /// <summary>Whose audit chains it goes on with.</summary>
    internal IReadOnlyCollection<Guid> Subjects => subjects;

    /// <summary>Adds a statement. Parameters are the properties of <paramref name="parameters"/>: Guid, string, long, int, bool, byte[], DateOnly, Instant, or null of these.</summary>
    public Act Do(string sql, object? parameters = null)
    {
        statements.Add(Of(sql, parameters));
        return this;
    }

    /// <summary>
    /// Adds a statement that runs after all others of the act, audit rows included: for a counter that numbers must be taken from without a gap.
    /// Its row is then locked for the shortest time there is, with those of the acts that go together.
    /// </summary>
    public Act DoLast(string sql, object? parameters = null)
    {
        last.Add(Of(sql, parameters));
        return this;
    }

    /// <summary>
    /// Adds an update that must hit its row: it names the version or state it expects and sets <c>act = @act</c>.
    /// When it misses, the whole act is undone and <see cref="CommitAsync"/> throws <see cref="ActConflictException"/>.
    /// </summary>
    /// <param name="table">The table that the update changes; it has a column <c>act uuid</c>.</param>
    /// <param name="key">Its key column.</param>
    /// <param name="id">The row.</param>
    public Act Guard(string table, string key, Guid id, string sql, object parameters)
    {
        const string Refuse = "insert into platform_act_guard (ok) select 0 where not exists";
        if (db.IsPostgres)
        {
            // The same in one statement instead of two, which SQLite cannot say.
            return Do($"with changed as ({sql} returning 1) {Refuse} (select 1 from changed)", parameters);
        }

        Do(sql, parameters);
        return Do($"{Refuse} (select 1 from {table} where {key} = @guarded and act = @act)", new { guarded = id });
    }

    /// <summary>Adds a line to the subject's audit chain.</summary>
    /// <param name="kind">What the subject is: <c>case</c>, <c>person</c>, <c>release</c>.</param>
    /// <param name="action">Permission-like verb, as <c>cases.submit</c>.</param>
    /// <param name="details">Ids, numbers and states only, never a person's values: audit rows outlive erasure.</param>
    public Act Audit(string kind, Guid subject, string action, object? details = null)
    {
        lines.Add(new AuditLine(kind, subject, action, details));
        subjects.Add(subject);
        return this;
    }

    /// <summary>Adds a message to the outbox: delivered after commit, at least once, to every handler declared for its type.</summary>
    public Act Publish<T>(T message) where T : notnull
    {
        foreach (var row in routes.RowsFor(message))
        {
            Do(
                """
                insert into platform_outbox (message_id, handler, type, body, created_at, available_at, attempts)
                values (@MessageId, @Handler, @Type, @Body, @at, @at, 0)
                """,
                row);
            publishes = true;
        }

        return this;
    }

    /// <summary>Keeps that the actor's request was answered, where it is one that may be repeated. A repetition undoes its act.</summary>
    /// <param name="subject">What the answer shows.</param>
    public Act Once(Guid subject)
    {
        if (Actor.Request is { Scope: var scope, Key: var key, Mac: var mac, Status: var status, Location: var location })
        {
            // First of all: a repetition then waits here for the other's commit, and not at a guard that would call it a conflict.
            statements.Insert(0, Of(
                "insert into platform_idempotency (scope, key, request_hmac, status, location, subject_id, created_at) values (@scope, @key, @mac, @status, @location, @subject, @at)",
                new { scope, key, mac, status, location, subject }));
        }

        return this;
    }

    /// <param name="cancellationToken">Ends the waiting only: the act goes in, or is refused, all the same.</param>
    /// <exception cref="ActConflictException">A guarded row was no longer as expected. Nothing was written.</exception>
    /// <exception cref="DuplicateException">A unique key was taken. Nothing was written.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await commits.CommitAsync(this, cancellationToken);
        if (publishes)
        {
            routes.Wake();
        }
    }

    private Statement Of(string sql, object? parameters) => new(sql, parameters) { Shared = shared };
}

/// <summary>Starts acts.</summary>
public sealed class Acts(Db db, OutboxRoutes routes, TimeProvider clock)
{
    private readonly GroupCommit commits = new(db);

    public Act Begin(Actor actor) => new(db, routes, commits, actor, clock.Now());
}

/// <summary>Somebody else was faster: a guarded row had changed. A rule says no (HTTP 409); nothing was written.</summary>
public sealed class ActConflictException(Exception inner) : Exception("The row had changed; nothing was written.", inner);

/// <summary>A unique key was taken; nothing was written.</summary>
/// <param name="table">The table whose key it was.</param>
public sealed class DuplicateException(string table, Exception inner) : Exception($"A row of {table} with this key exists; nothing was written.", inner)
{
    public string Table => table;
}
