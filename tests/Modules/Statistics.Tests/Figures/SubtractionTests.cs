using Platform.Modules.Statistics.Figures;

namespace Platform.Modules.Statistics.Tests.Figures;

/// <summary>
/// A reader who takes every figure of every page, adds and subtracts them in any way, and knows that a sum of nothing has only nothing in it, must not
/// come to a figure below ten. Each figure told is an equation over the counts that nobody sees; what can be worked out is what they span.
/// </summary>
public sealed class SubtractionTests
{
    private static readonly DateOnly Last = new(2026, 5, 1);
    private static readonly DateOnly[] Months = [.. Enumerable.Range(0, 15).Select(ago => Last.AddMonths(-ago))];
    private static readonly string[] Bodies = ["north", "south"];
    private static readonly string[] Keys = ["a", "b", "c", "d", "e"];

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(1, 40).Select(seed => new TheoryDataRow<int>(seed));

    [Theory, MemberData(nameof(Seeds))]
    public void No_small_figure_can_be_worked_out_from_those_that_are_told(int seed)
    {
        var tallies = Random(seed);
        var known = new LinearSpan(tallies.Count);
        foreach (var page in Pages())
        {
            Learn(known, tallies, page);
        }

        var found =
            from page in Pages()
            from key in Keys
            let row = Row(tallies, t => t.Key == key && IsOn(page, t))
            where Sum(tallies, row) is > 0 and < Hiding.Least && known.Holds(row)
            select $"{page}: {key}";
        Assert.Empty(found);
    }

    // Otherwise a test that never learns anything would pass.
    [Fact]
    public void A_reader_finds_what_one_hidden_group_alone_would_leave_open()
    {
        var tallies = Random(1);
        var known = new LinearSpan(tallies.Count);
        known.Learn(Row(tallies, t => t.Month == Last));
        foreach (var key in Keys.Skip(1))
        {
            known.Learn(Row(tallies, t => t.Month == Last && t.Key == key));
        }

        Assert.True(known.Holds(Row(tallies, t => t.Month == Last && t.Key == Keys[0])));
        Assert.False(known.Holds(Row(tallies, t => t.Month == Last && t.Key == Keys[1] && t.Organization == Bodies[0])));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_figure_below_ten_is_told(int seed)
    {
        var tallies = Random(seed);
        Assert.All(Pages(), page =>
        {
            var telling = new Telling(page.Period, page.Body);
            var told = telling.Of(tallies);
            Assert.All(told.Groups, g => Assert.True(g.Count >= Hiding.Least, g.ToString()));
            Assert.All(telling.Months(tallies).Groups, g => Assert.True(g.Count >= Hiding.Least, g.ToString()));
            Assert.True(telling.Total(tallies) is not (> 0 and < Hiding.Least));
            Assert.True(told.Others is null or >= Hiding.Least);
        });
    }

    // Some groups are large, some small, some come and go; some months are quiet.
    private static List<Tally> Random(int seed)
    {
        // The same every time, and nothing to guess.
#pragma warning disable RS0030
        var random = new Random(seed);
        var sizes = Keys.ToDictionary(k => k, _ => (int)Math.Pow(10, random.NextDouble() * 2.4));
        var bodies = Bodies.ToDictionary(b => b, _ => random.NextDouble() * 1.5);
        return [.. from month in Months
                   let season = random.NextDouble() < 0.15 ? 0.1 : 1.0
                   from body in Bodies
                   from key in Keys
                   let count = random.NextDouble() < 0.2 ? 0 : random.Next((int)(sizes[key] * bodies[body] * season) + 2)
                   select new Tally { Month = month, Organization = body, Key = key, Count = count }];
#pragma warning restore RS0030
    }

    private static IEnumerable<(Period Period, string? Body)> Pages() =>
        from period in Months.Select(m => new Period(Last, m.Year, m.Month)).Concat(Months.Select(m => new Period(Last, m.Year)).Distinct()).Append(new Period(Last))
        from body in Bodies.Append(null)
        select (period, body);

    // A group that is not hidden and not listed is nothing there, and a reader may know it from the other pages.
    private static void Learn(LinearSpan known, List<Tally> tallies, (Period Period, string? Body) page)
    {
        var hidden = Hiding.Of(tallies, page.Period, page.Period.Month is not null, page.Body is not null);
        foreach (var key in Keys.Where(k => !hidden.Contains(k)))
        {
            Learn(known, tallies, Row(tallies, t => t.Key == key && IsOn(page, t)));
        }

        var telling = new Telling(page.Period, page.Body);
        if (telling.Total(tallies) is not null)
        {
            Learn(known, tallies, Row(tallies, t => IsOn(page, t)));
        }

        foreach (var month in telling.Months(tallies).Groups)
        {
            Learn(known, tallies, Row(tallies, t => IsOn(page, t) && $"{t.Month:yyyy-MM}" == month.Id));
        }
    }

    private static void Learn(LinearSpan known, List<Tally> tallies, int[] row)
    {
        known.Learn(row);
        if (Sum(tallies, row) == 0)
        {
            foreach (var part in row.Index().Where(c => c.Item == 1))
            {
                known.Learn([.. row.Select((_, i) => i == part.Index ? 1 : 0)]);
            }
        }
    }

    private static bool IsOn((Period Period, string? Body) page, Tally tally) => page.Period.Holds(tally.Month) && (page.Body is null || page.Body == tally.Organization);

    private static int[] Row(List<Tally> tallies, Func<Tally, bool> holds) => [.. tallies.Select(t => holds(t) ? 1 : 0)];

    private static long Sum(List<Tally> tallies, int[] row) => tallies.Zip(row, (t, of) => t.Count * of).Sum();
}
