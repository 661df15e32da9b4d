using NodaTime;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Desk;

/// <summary>Days as people here count them.</summary>
internal static class LocalDay
{
    public static DateOnly Of(Core.Data.Instant moment, Pack pack) => moment.ToNoda().InZone(pack.TimeZone).Date.ToDateOnly();

    public static Core.Data.Instant StartOf(DateOnly day, Pack pack) =>
        Core.Data.Instant.From(LocalDate.FromDateOnly(day).AtStartOfDayInZone(pack.TimeZone).ToDateTimeOffset());
}
