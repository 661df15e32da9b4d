namespace Platform.Modules.Cases.Demo;

/// <summary>A clock that can be set back, so that a demonstration has a past.</summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    public int DaysAgo { get; set; }

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddDays(-DaysAgo);
}
