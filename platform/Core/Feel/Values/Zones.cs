using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Time zones of the tz database by id.</summary>
internal static class Zones
{
    public static bool Exists(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    public static Offset OffsetAt(string id, LocalDateTime local) =>
        DateTimeZoneProviders.Tzdb[id].AtLeniently(local).Offset;
}
