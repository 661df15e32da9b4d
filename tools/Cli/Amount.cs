using System.Globalization;

namespace Platform.Cli;

/// <summary>How many there are of something: <c>1 problem</c>, <c>2 problems</c>.</summary>
internal static class Amount
{
    public static string Of(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
