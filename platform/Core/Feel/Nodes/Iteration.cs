using NodaTime;

namespace Platform.Core.Feel.Nodes;

/// <summary><c>name in list</c>, or <c>name in 1..3</c>, of a <c>for</c>, <c>some</c> or <c>every</c>.</summary>
/// <param name="End">The end of <c>1..3</c>; null where the domain is one expression.</param>
internal sealed record Iteration(string Name, Node Domain, Node? End)
{
    public FeelType Check(Checking checking)
    {
        var (type, end) = (Domain.Check(checking), End?.Check(checking));
        if (End is null)
        {
            return Types.ItemOf(type);
        }
        foreach (var (bound, at) in new[] { (type, Domain.At), (end!, End.At) })
        {
            if (!Types.Fits(bound, FeelType.Number) && !Types.Fits(bound, FeelType.Date))
            {
                checking.Error(at, "Expected numbers or dates around .., found {0}", bound);
            }
        }
        return type;
    }

    /// <summary>The values the name takes; null when the domain is none.</summary>
    public IEnumerable<object?>? Items(Frame frame)
    {
        var domain = Domain.Value(frame);
        if (End is not null)
        {
            return Between(domain, End.Value(frame));
        }
        return domain switch
        {
            null => null,
            IReadOnlyList<object?> list => list,
            FeelRange range => Within(range),
            _ => [domain],
        };
    }

    private static IEnumerable<object?>? Within(FeelRange range) => (range.Start, range.End) switch
    {
        (decimal a, decimal b) => Numbers(range.StartIncluded ? a : a + 1, range.EndIncluded ? b : b - 1, 1),
        (LocalDate a, LocalDate b) => Dates(range.StartIncluded ? a : a.PlusDays(1), range.EndIncluded ? b : b.PlusDays(-1), 1),
        _ => null,
    };

    private static IEnumerable<object?>? Between(object? start, object? end) => (start, end) switch
    {
        (decimal a, decimal b) => Numbers(a, b, a <= b ? 1 : -1),
        (LocalDate a, LocalDate b) => Dates(a, b, a <= b ? 1 : -1),
        _ => null,
    };

    private static IEnumerable<object?> Numbers(decimal from, decimal to, int step)
    {
        for (var n = from; step > 0 ? n <= to : n >= to; n += step)
        {
            yield return n;
        }
    }

    // The last day of the calendar has none after it.
    private static IEnumerable<object?> Dates(LocalDate from, LocalDate to, int step)
    {
        var days = Period.DaysBetween(from, to) * step;
        for (var n = 0; n <= days; n++)
        {
            yield return from.PlusDays(n * step);
        }
    }
}
