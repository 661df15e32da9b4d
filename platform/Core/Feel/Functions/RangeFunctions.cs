using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>How points and ranges lie to each other (DMN 1.4, table 80).</summary>
internal static class RangeFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        .. Sides("before", Before), .. Sides("after", (a, b) => Before(b, a)),
        Of("meets", Meets), Of("met by", (a, b) => Meets(b, a)),
        Of("overlaps", (a, b) => Three.And(Reaches(a, b), Reaches(b, a))),
        Of("overlaps before", OverlapsBefore), Of("overlaps after", (a, b) => OverlapsBefore(b, a)),
        .. PointIn("finishes", (a, b) => Three.And(EndsTogether(a, b), StartsWithin(a, b))),
        .. InPoint("finished by", (a, b) => Three.And(EndsTogether(a, b), StartsWithin(b, a))),
        .. InPoint("includes", (a, b) => Three.And(StartsWithin(b, a), EndsWithin(b, a))),
        .. PointIn("during", (a, b) => Three.And(StartsWithin(a, b), EndsWithin(a, b))),
        .. PointIn("starts", (a, b) => Three.And(StartTogether(a, b), EndsWithin(a, b))),
        .. InPoint("started by", (a, b) => Three.And(StartTogether(a, b), EndsWithin(b, a))),
        Of("coincides", (a, b) => Three.And(StartTogether(a, b), EndsTogether(a, b))),
        Points("coincides", (a, b) => Three.And(StartTogether(a, b), EndsTogether(a, b))),
    ];

    private delegate bool? Relation(FeelRange left, FeelRange right);

    // A point is the shortest range that holds it.
    private static FeelRange Point(object? value) => new(value, true, value, true);

    private static Signature Of(string name, Relation relation) =>
        new(name, FeelType.Boolean, [Range("range1"), Range("range2")], c => relation(c.Range(0), c.Range(1)));

    private static Signature Points(string name, Relation relation) =>
        new(name, FeelType.Boolean, [Any("point1"), Any("point2")], c => relation(Point(c[0]), Point(c[1])));

    private static Signature FromPoint(string name, Relation relation) =>
        new(name, FeelType.Boolean, [Any("point"), Range("range")], c => relation(Point(c[0]), c.Range(1)));

    private static Signature ToPoint(string name, Relation relation) =>
        new(name, FeelType.Boolean, [Range("range"), Any("point")], c => relation(c.Range(0), Point(c[1])));

    private static Signature[] PointIn(string name, Relation relation) => [Of(name, relation), FromPoint(name, relation)];

    private static Signature[] InPoint(string name, Relation relation) => [Of(name, relation), ToPoint(name, relation)];

    private static Signature[] Sides(string name, Relation relation) =>
        [Of(name, relation), ToPoint(name, relation), FromPoint(name, relation), Points(name, relation)];

    private static bool? Before(FeelRange a, FeelRange b)
    {
        if (!a.HasEnd || !b.HasStart)
        {
            return false;
        }
        var order = Order.Compare(a.End, b.Start);
        return order is null ? null : order < 0 || (order == 0 && !(a.EndIncluded && b.StartIncluded));
    }

    private static bool? Meets(FeelRange a, FeelRange b) =>
        !a.HasEnd || !b.HasStart ? false : Equal(a.End, b.Start) is { } equal ? equal && a.EndIncluded && b.StartIncluded : null;

    /// <summary>The one begins before, or where, the other ends.</summary>
    private static bool? Reaches(FeelRange a, FeelRange b) => !Before(b, a);

    private static bool? OverlapsBefore(FeelRange a, FeelRange b) =>
        Three.And(Three.And(Three.Or(StartsEarlier(a, b), false), Reaches(b, a)), Three.And(!Before(a, b), EndsEarlierOrTogether(a, b)));

    private static bool? StartsEarlier(FeelRange a, FeelRange b) => Lower(a, b) is { } order ? order < 0 : null;

    private static bool? EndsEarlierOrTogether(FeelRange a, FeelRange b) => Upper(a, b) is { } order ? order <= 0 : null;

    private static bool? StartTogether(FeelRange a, FeelRange b) => Lower(a, b) is { } order ? order == 0 : null;

    private static bool? EndsTogether(FeelRange a, FeelRange b) => Upper(a, b) is { } order ? order == 0 : null;

    private static bool? StartsWithin(FeelRange a, FeelRange b) => Lower(a, b) is { } order ? order >= 0 : null;

    private static bool? EndsWithin(FeelRange a, FeelRange b) => Upper(a, b) is { } order ? order <= 0 : null;

    // The order of the lower bounds: an open bound begins a little later than a closed one.
    private static int? Lower(FeelRange a, FeelRange b)
    {
        if (!a.HasStart || !b.HasStart)
        {
            return a.HasStart.CompareTo(b.HasStart);
        }
        return Order.Compare(a.Start, b.Start) is { } order ? order != 0 ? order : b.StartIncluded.CompareTo(a.StartIncluded) : null;
    }

    private static int? Upper(FeelRange a, FeelRange b)
    {
        if (!a.HasEnd || !b.HasEnd)
        {
            return b.HasEnd.CompareTo(a.HasEnd);
        }
        return Order.Compare(a.End, b.End) is { } order ? order != 0 ? order : a.EndIncluded.CompareTo(b.EndIncluded) : null;
    }

    private static bool? Equal(object? left, object? right) => Order.Compare(left, right) is { } order ? order == 0 : null;
}
