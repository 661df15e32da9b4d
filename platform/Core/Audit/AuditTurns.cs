namespace Platform.Core.Audit;

/// <summary>
/// Turns at the ends of chains, for acts of this process that were refused: one after another, each at its subjects alone. Other processes stay rivals,
/// but each of them sends one at a time.
/// </summary>
internal sealed class AuditTurns
{
    private readonly Dictionary<Guid, Turn> turns = [];

    /// <summary>Somebody is at it.</summary>
    public bool IsTaken(IEnumerable<Guid> subjects)
    {
        lock (turns)
        {
            return subjects.Any(turns.ContainsKey);
        }
    }

    /// <summary>Waits for the turn of all these subjects.</summary>
    public async Task<IDisposable> TakeAsync(IEnumerable<Guid> subjects)
    {
        // In one order, or two acts would wait for each other.
        var mine = subjects.Order().Select(Join).ToList();
        foreach (var turn in mine)
        {
            await turn.Free.WaitAsync();
        }

        return new Taken(this, mine);
    }

    private Turn Join(Guid subject)
    {
        lock (turns)
        {
            var turn = turns.TryGetValue(subject, out var there) ? there : turns[subject] = new(subject);
            turn.Wanted++;
            return turn;
        }
    }

    private void Leave(Turn turn)
    {
        lock (turns)
        {
            if (--turn.Wanted == 0)
            {
                turns.Remove(turn.Subject);
            }
        }

        turn.Free.Release();
    }

    private sealed record Turn(Guid Subject)
    {
        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>How many have it or wait for it.</summary>
        public int Wanted { get; set; }
    }

    private sealed class Taken(AuditTurns all, List<Turn> turns) : IDisposable
    {
        public void Dispose() => turns.ForEach(all.Leave);
    }
}
