using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Platform.Core.Data;

namespace Platform.Core.Audit;

internal sealed record AuditLine(string Kind, Guid Subject, string Action, object? Details);

/// <summary>The last row of a subject's chain; <see cref="Start"/> before the first.</summary>
internal sealed record AuditLink
{
    public static readonly AuditLink Start = new() { Seq = 0, Leaf = new byte[SHA256.HashSizeInBytes] };

    public Guid SubjectId { get; init; }

    public required long Seq { get; init; }

    public required byte[] Leaf { get; init; }
}

/// <summary>A row of <c>platform_audit</c>. Each chains to the one before it of the same subject.</summary>
public sealed record AuditRow
{
    public required Guid SubjectId { get; init; }

    public required long Seq { get; init; }

    public required Guid Act { get; init; }

    public required Instant At { get; init; }

    public required string Kind { get; init; }

    public required string Action { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? ForPerson { get; init; }

    public required string Channel { get; init; }

    public required string Details { get; init; }

    public required byte[] Previous { get; init; }

    public byte[] Leaf { get; init; } = [];

    /// <summary>SHA-256 over 0x00 and the row as a JSON array in column order (the leaf hash of RFC 6962, section 2.1).</summary>
    public byte[] ComputeLeaf()
    {
        var row = JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            SubjectId, Seq, Act, At.ToString(), Kind, Action, ActorId, ForPerson, Channel, Details, Convert.ToHexStringLower(Previous),
        });
        return SHA256.HashData([0, .. row]);
    }
}

internal static class AuditChain
{
    public const string Table = "platform_audit";

    /// <summary>How often an end is read again because another process had gone on from it.</summary>
    public const int Tries = 32;

    public static async Task<Dictionary<Guid, AuditLink>> HeadsAsync(Db db, IReadOnlyList<Guid> subjects, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<AuditLink>(
            $"""
            select a.subject_id, a.seq, a.leaf
            from platform_audit a
            where {db.AnyOf("a.subject_id", "subjects")}
              and a.seq = (select max(b.seq) from platform_audit b where b.subject_id = a.subject_id)
            """,
            new { subjects = db.List(subjects) });
        return rows.ToDictionary(r => r.SubjectId);
    }

    /// <summary>The statements that append lines to their chains; <paramref name="heads"/> then holds the new ends.</summary>
    public static IReadOnlyList<Statement> Append(Db db, IEnumerable<(AuditLine Line, Act Of)> lines, Dictionary<Guid, AuditLink> heads)
    {
        var rows = new List<AuditRow>();
        foreach (var (line, act) in lines)
        {
            var row = Row(line, heads.GetValueOrDefault(line.Subject, AuditLink.Start), act);
            heads[line.Subject] = new AuditLink { SubjectId = row.SubjectId, Seq = row.Seq, Leaf = row.Leaf };
            rows.Add(row);
        }

        return rows.Count == 0 ? [] : db.IsPostgres ? [Together(rows)] : [.. rows.SelectMany(OneByOne)];
    }

    // Half of what a line costs PostgreSQL is the statement, so all lines go by one; SQLite has neither lists of bytes nor inserts within inserts.
    private static Statement Together(List<AuditRow> rows) => new(
        """
        with written as (
            insert into platform_audit (subject_id, seq, act, at, kind, action, actor_id, for_person, channel, details, previous, leaf)
            select * from unnest(@subjects, @seqs, @acts, @ats, @kinds, @actions, @actors, @people, @channels, @details, @previous, @leaves)
            returning subject_id, seq
        )
        insert into platform_audit_unsealed (subject_id, seq) select subject_id, seq from written
        """,
        new
        {
            subjects = rows.Select(r => r.SubjectId).ToArray(),
            seqs = rows.Select(r => r.Seq).ToArray(),
            acts = rows.Select(r => r.Act).ToArray(),
            ats = rows.Select(r => r.At).ToArray(),
            kinds = rows.Select(r => r.Kind).ToArray(),
            actions = rows.Select(r => r.Action).ToArray(),
            actors = rows.Select(r => r.ActorId).ToArray(),
            people = rows.Select(r => r.ForPerson).ToArray(),
            channels = rows.Select(r => r.Channel).ToArray(),
            details = rows.Select(r => r.Details).ToArray(),
            previous = rows.Select(r => r.Previous).ToArray(),
            leaves = rows.Select(r => r.Leaf).ToArray(),
        });

    private static IEnumerable<Statement> OneByOne(AuditRow row) =>
    [
        new(
            """
            insert into platform_audit (subject_id, seq, act, at, kind, action, actor_id, for_person, channel, details, previous, leaf)
            values (@SubjectId, @Seq, @Act, @At, @Kind, @Action, @ActorId, @ForPerson, @Channel, @Details, @Previous, @Leaf)
            """,
            row),
        new("insert into platform_audit_unsealed (subject_id, seq) values (@SubjectId, @Seq)", new { row.SubjectId, row.Seq }),
    ];

    private static AuditRow Row(AuditLine line, AuditLink head, Act act)
    {
        var row = new AuditRow
        {
            SubjectId = line.Subject,
            Seq = head.Seq + 1,
            Act = act.Id,
            At = act.At,
            Kind = line.Kind,
            Action = line.Action,
            ActorId = act.Actor.PersonId,
            ForPerson = act.Actor.ForPersonId,
            Channel = act.Actor.Channel,
            Details = line.Details is null ? "{}" : JsonSerializer.Serialize(line.Details),
            Previous = head.Leaf,
        };
        return row with { Leaf = row.ComputeLeaf() };
    }
}
