using NodaTime;
using Instant = Platform.Core.Data.Instant;

namespace Platform.Core.Packs;

/// <summary>Days as people of a country count them, in the pack's zone.</summary>
public static class LocalDay
{
    /// <summary>The day on which a moment falls.</summary>
    public static DateOnly Of(Instant moment, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return moment.ToNoda().InZone(pack.TimeZone).Date.ToDateOnly();
    }

    /// <summary>The first moment of a day: midnight, or later where clocks are put forward over it.</summary>
    public static Instant StartOf(DateOnly day, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Instant.From(LocalDate.FromDateOnly(day).AtStartOfDayInZone(pack.TimeZone).ToDateTimeOffset());
    }
}
