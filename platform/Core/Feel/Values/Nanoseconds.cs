using System.Numerics;
using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Durations as exact numbers, where a double would lose the last digits.</summary>
internal static class Nanoseconds
{
    public static decimal Of(Duration duration) => (decimal)duration.ToBigIntegerNanoseconds();

    public static Duration Duration(decimal nanoseconds) => NodaTime.Duration.FromNanoseconds((BigInteger)decimal.Truncate(nanoseconds));
}
