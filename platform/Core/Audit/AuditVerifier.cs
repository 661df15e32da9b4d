using System.Data.Common;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys.Signing;

namespace Platform.Core.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Rows">Audit rows read.</param>
/// <param name="Sealed">Rows with a global position.</param>
/// <param name="Heads">Signed heads checked.</param>
/// <param name="Faults">One sentence for each thing that is not as it was written; empty when all is well.</param>
public sealed record AuditReport(long Rows, long Sealed, long Heads, IReadOnlyList<string> Faults);

/// <summary>Reads the whole audit and checks rows, chains, positions, tree and signatures.</summary>
public sealed class AuditVerifier(Db db, SigningKeys keys)
{
    private const int MostFaults = 100;

    private const string SealsWithRows =
        """
        select s.position, s.leaf, a.leaf as row_leaf
        from platform_audit_seal s left join platform_audit a on a.subject_id = s.subject_id and a.seq = s.seq
        order by s.position
        """;

    /// <summary>Sees one moment: the portal may go on writing.</summary>
    /// <param name="witness">A head copied elsewhere earlier, or null: the tree must still give its root at its size.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    public async Task<AuditReport> VerifyAsync(AuditHead? witness = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        await using var moment = await Db.BeginSnapshotAsync(connection, cancellationToken);
        var faults = new List<string>();
        var rows = await CheckChainsAsync(connection, faults, progress);
        var (positions, heads) = await CheckTreeAsync(connection, witness, faults);
        var waiting = await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit_unsealed");
        if (positions + waiting != rows)
        {
            faults.Add($"Of {rows} rows {positions} have a position and {waiting} wait for one.");
        }

        return new(rows, positions, heads, faults.Count > MostFaults ? faults[..MostFaults] : faults);
    }

    /// <summary>The head signed last, or null before the first.</summary>
    public Task<AuditHead?> NewestHeadAsync() => AuditHead.NewestAsync(db);

    private static async Task<long> CheckChainsAsync(DbConnection connection, List<string> faults, IProgress<long>? progress)
    {
        var rows = 0L;
        AuditRow? before = null;
        await foreach (var row in connection.QueryUnbufferedAsync<AuditRow>("select * from platform_audit order by subject_id, seq"))
        {
            CheckRow(row, before?.SubjectId == row.SubjectId ? before : null, faults);
            before = row;
            if (++rows % 1_000 == 0)
            {
                progress?.Report(rows);
            }
        }

        return rows;
    }

    private static void CheckRow(AuditRow row, AuditRow? before, List<string> faults)
    {
        if (!row.ComputeLeaf().AsSpan().SequenceEqual(row.Leaf))
        {
            faults.Add($"Row {row.Seq} of {row.Kind} {row.SubjectId} was changed after it had been written.");
        }

        if (row.Seq != (before?.Seq ?? 0) + 1 || !row.Previous.AsSpan().SequenceEqual(before?.Leaf ?? AuditLink.Start.Leaf))
        {
            faults.Add($"Before row {row.Seq} of {row.Kind} {row.SubjectId} something was removed or put in.");
        }
    }

    private async Task<(long Positions, long Heads)> CheckTreeAsync(DbConnection connection, AuditHead? witness, List<string> faults)
    {
        var heads = (await connection.QueryAsync<AuditHead>("select size, root, peaks, at, signature from platform_audit_head order by size")).AsList();
        var due = new Queue<AuditHead>(witness is null ? heads : [.. heads.Append(witness).OrderBy(h => h.Size)]);
        var tree = MerkleFrontier.Empty();
        await foreach (var seal in connection.QueryUnbufferedAsync<Seal>(SealsWithRows))
        {
            if (seal.Position != tree.Size || !seal.Leaf.AsSpan().SequenceEqual(seal.RowLeaf))
            {
                faults.Add($"Position {tree.Size} does not hold the row that was sealed there.");
            }

            tree.Append(seal.Leaf);
            while (due.TryPeek(out var head) && head.Size <= tree.Size)
            {
                await CheckHeadAsync(due.Dequeue(), tree, faults);
            }
        }

        faults.AddRange(due.Select(head => $"The head of {head.At} speaks of {head.Size} rows; there are {tree.Size}."));
        return (tree.Size, heads.Count);
    }

    private async Task CheckHeadAsync(AuditHead head, MerkleFrontier tree, List<string> faults)
    {
        if (!head.Root.AsSpan().SequenceEqual(tree.Root()))
        {
            faults.Add($"The rows up to {head.Size} do not give the root that was signed at {head.At}.");
        }

        var signed = await keys.VerifyAsync(AuditHead.SignatureType, head.Signature);
        if (signed is null || !signed.AsSpan().SequenceEqual(head.ToPayload()))
        {
            faults.Add($"The signature of the head of {head.At} is not this instance's.");
        }
    }

    private sealed record Seal
    {
        public required long Position { get; init; }

        public required byte[] Leaf { get; init; }

        /// <summary>The leaf of the row it names; null when that row is gone.</summary>
        public byte[]? RowLeaf { get; init; }
    }
}
