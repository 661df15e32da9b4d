namespace Platform.Modules.Notices.Delivery;

/// <summary>Leaves a neighbour alone that fails again and again: after so many failures in a row one try at a time, this far apart.</summary>
internal sealed class Breaker(TimeProvider clock)
{
    private const int Tolerated = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    private readonly Lock turn = new();
    private int failures;
    private DateTimeOffset restUntil;

    /// <summary>How many letters may be tried now.</summary>
    public int Allowance(int most)
    {
        lock (turn)
        {
            return failures < Tolerated ? most : clock.GetUtcNow() >= restUntil ? 1 : 0;
        }
    }

    public void Note(bool neighbourIsWell)
    {
        lock (turn)
        {
            failures = neighbourIsWell ? 0 : failures + 1;
            restUntil = clock.GetUtcNow() + Rest;
        }
    }
}
