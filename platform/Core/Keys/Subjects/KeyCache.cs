namespace Platform.Core.Keys.Subjects;

/// <summary>
/// Keys lately used, at most <paramref name="capacity"/> of them and none longer than <paramref name="age"/>: another process may have erased it.
/// An erased subject leaves a mark, so that a reader who was under way when it was erased cannot put the key back.
/// </summary>
/// <remarks>Two generations: when the young one is half full, the old one is dropped. What is in use is carried over.</remarks>
internal sealed class KeyCache(int capacity, TimeSpan age, TimeProvider clock)
{
    private readonly Lock turn = new();
    private Dictionary<Guid, Entry> young = [];
    private Dictionary<Guid, Entry> old = [];

    /// <returns>Null where nothing is known.</returns>
    /// <exception cref="KeyErasedException">The subject was erased.</exception>
    public SecretKey? Find(Guid subject)
    {
        lock (turn)
        {
            if (Entered(subject) is not { } entry)
            {
                return null;
            }

            Enter(subject, entry);
            return entry.Key ?? throw new KeyErasedException(subject);
        }
    }

    /// <returns>Those that are known and not erased.</returns>
    public Dictionary<Guid, SecretKey> FindMany(IEnumerable<Guid> subjects)
    {
        var found = new Dictionary<Guid, SecretKey>();
        lock (turn)
        {
            foreach (var subject in subjects)
            {
                if (Entered(subject) is { Key: { } key } entry)
                {
                    Enter(subject, entry);
                    found.Add(subject, key);
                }
            }
        }

        return found;
    }

    public void Put(Guid subject, SecretKey key)
    {
        lock (turn)
        {
            if (Entered(subject) is null)
            {
                Enter(subject, new Entry(key, clock.GetTimestamp()));
            }
        }
    }

    public void MarkErased(Guid subject)
    {
        lock (turn)
        {
            Enter(subject, new Entry(null, clock.GetTimestamp()));
        }
    }

    private Entry? Entered(Guid subject) =>
        (young.TryGetValue(subject, out var entry) || old.TryGetValue(subject, out entry)) && clock.GetElapsedTime(entry.At) < age ? entry : null;

    private void Enter(Guid subject, Entry entry)
    {
        young[subject] = entry;
        if (young.Count >= capacity / 2)
        {
            (old, young) = (young, []);
        }
    }

    private sealed record Entry(SecretKey? Key, long At);
}
