using NodaTime;

namespace Platform.Core.Feel;

/// <summary>The one instant and zone that <c>now()</c> and <c>today()</c> answer with during an evaluation.</summary>
public sealed record FeelMoment(Instant Instant, DateTimeZone Zone);
