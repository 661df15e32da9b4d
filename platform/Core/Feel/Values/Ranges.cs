namespace Platform.Core.Feel;

/// <summary>Membership of ranges.</summary>
internal static class Ranges
{
    /// <summary>Null when the value has no order with a bound.</summary>
    public static bool? Contains(FeelRange range, object? value) => value is null ? null : Three.And(
        range.HasStart ? After(Order.Compare(value, range.Start), range.StartIncluded) : true,
        range.HasEnd ? After(-Order.Compare(value, range.End), range.EndIncluded) : true);

    private static bool? After(int? order, bool included) => order is null ? null : order > 0 || (included && order == 0);
}
