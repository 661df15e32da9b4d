namespace Platform.Core.Feel.Nodes;

/// <summary>The types the operators take and give (DMN 1.4, tables 56 to 60).</summary>
internal static class ArithmeticTypes
{
    private static readonly FeelType Number = FeelType.Number, Date = FeelType.Date, Time = FeelType.Time, DateTime = FeelType.DateTime,
        Months = FeelType.YearsMonthsDuration, Days = FeelType.DaysTimeDuration;

    private static readonly (FeelType Left, string Signs, FeelType Right, FeelType Result)[] Rules =
    [
        (Number, "+ - * / **", Number, Number),
        (FeelType.String, "+", FeelType.String, FeelType.String),
        (Months, "+ -", Months, Months), (Days, "+ -", Days, Days),
        (Date, "+ -", Months, Date), (Date, "+ -", Days, Date), (Months, "+", Date, Date), (Days, "+", Date, Date),
        (DateTime, "+ -", Months, DateTime), (DateTime, "+ -", Days, DateTime), (Months, "+", DateTime, DateTime), (Days, "+", DateTime, DateTime),
        (Time, "+ -", Days, Time), (Days, "+", Time, Time),
        (Date, "-", Date, Days), (DateTime, "-", DateTime, Days), (Date, "-", DateTime, Days), (DateTime, "-", Date, Days), (Time, "-", Time, Days),
        (Number, "*", Months, Months), (Number, "*", Days, Days), (Months, "* /", Number, Months), (Days, "* /", Number, Days),
        (Months, "/", Months, Number), (Days, "/", Days, Number),
    ];

    /// <summary>Null when no values of these types have a result; Any when it depends on what is not known.</summary>
    public static FeelType? Of(FeelType left, string sign, FeelType right)
    {
        var results = Rules.Where(r => Array.IndexOf(r.Signs.Split(' '), sign) >= 0 && Types.Fits(left, r.Left) && Types.Fits(right, r.Right))
            .Select(r => r.Result).Distinct().ToList();
        return results.Count switch { 0 => null, 1 => results[0], _ => FeelType.Any };
    }
}
