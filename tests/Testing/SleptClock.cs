using Microsoft.Extensions.Time.Testing;

namespace Platform.Testing;

/// <summary>Long leaps of the clock under a running platform.</summary>
public static class SleptClock
{
    private static readonly TimeSpan Wake = TimeSpan.FromSeconds(5);

    /// <summary>
    /// As after a machine has slept: what was due meanwhile fires once. <see cref="FakeTimeProvider.Advance"/> would
    /// fire each tick of each second of the leap, which takes minutes of real time for a month.
    /// </summary>
    public static void Leap(this FakeTimeProvider clock, TimeSpan span) => clock.LeapTo(clock.GetUtcNow() + span);

    /// <inheritdoc cref="Leap"/>
    public static void LeapTo(this FakeTimeProvider clock, DateTimeOffset to)
    {
        clock.AdjustTime(to - Wake);
        clock.Advance(Wake);
    }
}
