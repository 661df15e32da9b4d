using System.Collections.Concurrent;

namespace Platform.Core.Audit;

/// <summary>
/// Ends of chains that this process wrote lately, so that the next act on the same subject need not read them. Another process may have gone
/// on from there meanwhile: its place is then taken, and the act reads and tries again.
/// </summary>
internal sealed class AuditHeads
{
    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<Guid, AuditLink> heads = new();

    public AuditTurns Turns { get; } = new();

    /// <returns>Null where one of them is not known.</returns>
    public Dictionary<Guid, AuditLink>? Find(IReadOnlyList<Guid> subjects)
    {
        var found = new Dictionary<Guid, AuditLink>(subjects.Count);
        foreach (var subject in subjects)
        {
            if (!heads.TryGetValue(subject, out var head))
            {
                return null;
            }

            found.Add(subject, head);
        }

        return found;
    }

    /// <summary>Another process has gone on from one of them.</summary>
    public void Forget(IEnumerable<Guid> subjects)
    {
        foreach (var subject in subjects)
        {
            heads.TryRemove(subject, out _);
        }
    }

    /// <summary>After a commit, and only then.</summary>
    public void Keep(Dictionary<Guid, AuditLink> written)
    {
        // What is in use comes back at once, so nothing is worth remembering here but the size.
        if (heads.Count > Capacity)
        {
            heads.Clear();
        }

        foreach (var (subject, head) in written)
        {
            // Two acts of this process on one subject may come here in the other order.
            heads.AddOrUpdate(subject, head, (_, known) => known.Seq > head.Seq ? known : head);
        }
    }
}
