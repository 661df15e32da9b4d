namespace Platform.Core.Audit;

/// <summary>
/// Turns at the ends of chains. Acts on one subject seldom meet, so each first tries without; those that met, and those that come while they are at it,
/// go on one after another. Other processes stay rivals, but each of them sends one at a time.
/// </summary>
internal sealed class AuditTurns
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Somebody is at it.</summary>
    public bool IsTaken(IEnumerable<Guid> subjects) => subjects.Any(s => Of(s).CurrentCount == 0);

    /// <summary>Waits for the turn of all these subjects.</summary>
    public async Task<IDisposable> TakeAsync(IEnumerable<Guid> subjects, CancellationToken cancellationToken)
    {
        var taken = new Taken();
        try
        {
            // In one order, or two acts would wait for each other.
            foreach (var turn in subjects.Select(Place).Distinct().Order())
            {
                await turns[turn].WaitAsync(cancellationToken);
                taken.Add(turns[turn]);
            }
        }
        catch
        {
            taken.Dispose();
            throw;
        }

        return taken;
    }

    private SemaphoreSlim Of(Guid subject) => turns[Place(subject)];

    private int Place(Guid subject) => (int)((uint)subject.GetHashCode() % turns.Length);

    private sealed class Taken : IDisposable
    {
        private readonly List<SemaphoreSlim> turns = [];

        public void Add(SemaphoreSlim turn) => turns.Add(turn);

        public void Dispose() => turns.ForEach(t => t.Release());
    }
}
