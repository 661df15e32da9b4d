using Dapper;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Data;

public sealed class DbTests
{
    private const string Table = "create table test_value (id uuid not null primary key, day date null, at timestamptz null, amount bigint null, yes boolean null, body bytea null, words text null)";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Values_come_back_as_they_went_in(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Table);
        var value = new Value
        {
            Id = Guid.CreateVersion7(),
            Day = new DateOnly(2026, 2, 28),
            At = database.Clock.Now().Plus(TimeSpan.FromMicroseconds(7)),
            Amount = long.MaxValue,
            Yes = true,
            Body = [0, 255, 1],
            Words = "ສະບາຍດີ 'quoted'",
        };
        await database.Db.WriteAsync("insert into test_value (id, day, at, amount, yes, body, words) values (@Id, @Day, @At, @Amount, @Yes, @Body, @Words)", value);

        await using var connection = await database.Db.OpenAsync();
        var read = await connection.QuerySingleAsync<Value>("select * from test_value where id = @Id and at = @At and day = @Day", value);
        Assert.Equivalent(value, read, strict: true);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_act_binds_nulls_with_their_types(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Table);
        var value = new Value { Id = Guid.CreateVersion7() };

        await new Acts(database.Db, new OutboxRoutes(), database.Clock).Begin(Actor.System)
            .Do("insert into test_value (id, day, at, amount, yes, body, words) values (@Id, @Day, @At, @Amount, @Yes, @Body, @Words)", value).CommitAsync();

        await using var connection = await database.Db.OpenAsync();
        Assert.Equivalent(value, await connection.QuerySingleAsync<Value>("select * from test_value"), strict: true);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Any_of_finds_bytes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Table);
        byte[][] bodies = [[0, 255, 1], [2], [3]];
        foreach (var body in bodies)
        {
            await database.Db.WriteAsync("insert into test_value (id, body) values (@id, @body)", new { id = Guid.CreateVersion7(), body });
        }

        var found = await database.Db.ReadAsync<byte[]>(
            $"select body from test_value where {database.Db.AnyOfBytes("body", "any")} order by body", new { any = database.Db.List(bodies[..2]) });
        Assert.Equal(bodies[..2], found);
    }

    [Fact]
    public async Task Any_of_few_is_planned_once_and_not_each_time()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES") is null, "No PostgreSQL");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await database.Db.WriteAsync(Table);
        await database.Db.WriteAsync("insert into test_value (id, amount) select gen_random_uuid(), n from generate_series(1, 20000) n");
        await database.Db.WriteAsync("analyze test_value");
        await using var connection = await database.Db.OpenAsync();

        for (var i = 0; i < 40; i++)
        {
            await connection.QueryAsync($"select * from test_value where {database.Db.AnyOf("id", "ids")}", new { ids = database.Db.List([Guid.CreateVersion7()]) });
        }

        var (known, anew) = await connection.QuerySingleAsync<(long, long)>(
            "select generic_plans, custom_plans from pg_prepared_statements where statement like '%test_value%'");
        // Five times it looks whether planning anew pays.
        Assert.Equal(5, anew);
        Assert.InRange(known, 25, 35);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Any_of_finds_ids_and_texts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Table);
        var ids = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            await database.Db.WriteAsync("insert into test_value (id, words) values (@id, @words)", new { id, words = $"w{ids.IndexOf(id)}" });
        }

        await using var connection = await database.Db.OpenAsync();
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>($"select count(*) from test_value where {database.Db.AnyOf("id", "ids")}", new { ids = database.Db.List(ids.Take(2)) }));
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>($"select count(*) from test_value where {database.Db.AnyOf("words", "words")}", new { words = database.Db.List<string>(["w0", "w2", "w9"]) }));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>($"select count(*) from test_value where {database.Db.AnyOf("id", "ids")}", new { ids = database.Db.List<Guid>([]) }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_writer_that_fails_takes_nothing_of_the_others_with_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Table);

        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => WrittenAsync(database.Db, i))));

        await using var connection = await database.Db.OpenAsync();
        Assert.Equal(40, results.Count(r => r));
        Assert.Equal(40, await connection.ExecuteScalarAsync<long>("select count(*) from test_value"));
    }

    private static async Task<bool> WrittenAsync(Db db, int i)
    {
        try
        {
            await db.WriteAsync(async (connection, transaction) =>
            {
                await connection.ExecuteAsync("insert into test_value (id) values (@id)", new { id = Guid.CreateVersion7() }, transaction);
                return i % 3 == 0 ? throw new InvalidOperationException("no") : i;
            });
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private sealed record Value
    {
        public Guid Id { get; init; }

        public DateOnly? Day { get; init; }

        public Instant? At { get; init; }

        public long? Amount { get; init; }

        public bool? Yes { get; init; }

        public byte[]? Body { get; init; }

        public string? Words { get; init; }
    }
}
