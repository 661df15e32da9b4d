using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Keys.Signing;

namespace Platform.Core.Audit;

/// <summary>
/// Gives the audit rows that wait their global positions and signs the new head. Runs in one process at a time, after the acts,
/// because a row that all acts shared would make all of them wait for each other.
/// </summary>
public sealed class SealAudit(Db db, SigningKeys keys, TimeProvider clock) : IJob
{
    private const int AtOnce = 5_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await SealAsync(cancellationToken) == AtOnce)
        {
        }
    }

    /// <returns>How many rows got their position.</returns>
    internal async Task<int> SealAsync(CancellationToken cancellationToken = default)
    {
        var waiting = await db.ReadAsync<Waiting>(
            """
            select a.subject_id, a.seq, a.leaf
            from platform_audit_unsealed u join platform_audit a on a.subject_id = u.subject_id and a.seq = u.seq
            order by a.at, a.subject_id, a.seq limit @AtOnce
            """,
            new { AtOnce },
            cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var frontier = await FrontierAsync(cancellationToken);
        var first = frontier.Size;
        foreach (var row in waiting)
        {
            frontier.Append(row.Leaf);
        }

        var head = await SignAsync(frontier, cancellationToken);
        await db.SendAsync([.. Store(waiting, first, head)], cancellationToken);
        return waiting.Count;
    }

    private async Task<MerkleFrontier> FrontierAsync(CancellationToken cancellationToken) =>
        await AuditHead.NewestAsync(db, cancellationToken) is { } last ? MerkleFrontier.Restore(last.Size, last.Peaks) : MerkleFrontier.Empty();

    private async Task<AuditHead> SignAsync(MerkleFrontier frontier, CancellationToken cancellationToken)
    {
        var head = new AuditHead { Size = frontier.Size, Root = frontier.Root(), Peaks = frontier.PeaksToJson(), At = clock.Now(), Signature = "" };
        return head with { Signature = await keys.SignAsync(AuditHead.SignatureType, head.ToPayload(), cancellationToken) };
    }

    // The positions' primary key refuses a second sealer that worked from the same head.
    private IEnumerable<Statement> Store(IReadOnlyList<Waiting> rows, long first, AuditHead head) =>
    [
        .. Seals(rows, first),
        new("delete from platform_audit_unsealed where (subject_id, seq) in (select subject_id, seq from platform_audit_seal where position >= @first)", new { first }),
        new("insert into platform_audit_head (size, root, peaks, at, signature) values (@Size, @Root, @Peaks, @At, @Signature)", head),
    ];

    // Thousands of rows every few seconds: PostgreSQL takes them by one statement, SQLite has no lists of bytes.
    private IEnumerable<Statement> Seals(IReadOnlyList<Waiting> rows, long first) => db.IsPostgres
        ?
        [
            new(
                "insert into platform_audit_seal (position, subject_id, seq, leaf) select * from unnest(@positions, @subjects, @seqs, @leaves)",
                new
                {
                    positions = rows.Select((_, i) => first + i).ToArray(),
                    subjects = rows.Select(r => r.SubjectId).ToArray(),
                    seqs = rows.Select(r => r.Seq).ToArray(),
                    leaves = rows.Select(r => r.Leaf).ToArray(),
                }),
        ]
        : rows.Select((row, i) => new Statement(
            "insert into platform_audit_seal (position, subject_id, seq, leaf) values (@Position, @SubjectId, @Seq, @Leaf)",
            new { Position = first + i, row.SubjectId, row.Seq, row.Leaf }));

    private sealed record Waiting
    {
        public required Guid SubjectId { get; init; }

        public required long Seq { get; init; }

        public required byte[] Leaf { get; init; }
    }
}
