using Platform.Modules.Statistics.Figures;

namespace Platform.Modules.Statistics.Tests.Figures;

public sealed class HidingTests
{
    private static readonly DateOnly Last = new(2026, 10, 1);
    private static readonly Period Year = new(Last);

    [Fact]
    public void Where_every_group_is_large_enough_all_are_told()
    {
        var told = new Telling(Year, null).Of(Tallies(("birth", 10), ("death", 90)));

        Assert.Equal([new("death", 90), new("birth", 10)], told.Groups);
        Assert.Null(told.Others);
        Assert.False(told.IsHiding);
    }

    [Fact]
    public void One_small_group_takes_the_next_one_with_it()
    {
        var told = new Telling(Year, null).Of(Tallies(("birth", 4), ("death", 90), ("marriage", 25)));

        Assert.Equal([new("death", 90)], told.Groups);
        Assert.Equal(29, told.Others);
    }

    [Fact]
    public void Several_small_groups_are_hidden_until_they_are_many_together()
    {
        var told = new Telling(Year, null).Of(Tallies(("birth", 4), ("death", 3), ("marriage", 25), ("name", 400)));

        Assert.Equal([new("name", 400)], told.Groups);
        Assert.Equal(32, told.Others);
    }

    [Fact]
    public void Of_fewer_than_ten_in_all_nothing_is_told()
    {
        var tallies = Tallies(("birth", 4), ("death", 5));
        var told = new Telling(Year, null).Of(tallies);

        Assert.Empty(told.Groups);
        Assert.Null(told.Others);
        Assert.True(told.IsHiding);
        Assert.Null(new Telling(Year, null).Total(tallies));
    }

    // Else the year less eleven months would give the twelfth.
    [Fact]
    public void A_group_that_is_small_in_one_month_is_told_for_none_but_for_the_year()
    {
        List<Tally> tallies = [.. Enumerable.Range(0, 12).SelectMany(ago => new[]
        {
            Tally("birth", ago == 5 ? 3 : 50, Last.AddMonths(-ago)), Tally("death", 60, Last.AddMonths(-ago)), Tally("name", 70, Last.AddMonths(-ago)),
        })];

        Assert.Equal(["name"], new Telling(new(Last, 2026, 10), null).Of(tallies).Groups.Select(g => g.Id));
        Assert.Equal(["name", "death", "birth"], new Telling(Year, null).Of(tallies).Groups.Select(g => g.Id));
    }

    // Else all bodies less the others would give it.
    [Fact]
    public void A_group_that_is_small_at_one_body_is_told_for_none_but_for_all_together()
    {
        List<Tally> tallies = [Tally("birth", 3, Last, "north"), Tally("birth", 40, Last, "south"), Tally("death", 40, Last, "south"), Tally("name", 90, Last, "south"), Tally("death", 50, Last, "north")];

        Assert.DoesNotContain(new Telling(Year, "south").Of(tallies).Groups, g => g.Id == "birth");
        Assert.Contains(new Telling(Year, null).Of(tallies).Groups, g => g is { Id: "birth", Count: 43 });
    }

    [Fact]
    public void Months_are_told_only_where_each_is_large_enough()
    {
        List<Tally> tallies = [Tally("birth", 30, Last), Tally("birth", 20, Last.AddMonths(-1))];

        Assert.Equal([new("2026-09", 20), new("2026-10", 30)], new Telling(Year, null).Months(tallies).Groups);
        Assert.Empty(new Telling(Year, null).Months([.. tallies, Tally("birth", 9, Last.AddMonths(-2))]).Groups);
    }

    private static List<Tally> Tallies(params (string Key, long Count)[] groups) => [.. groups.Select(g => Tally(g.Key, g.Count, Last))];

    private static Tally Tally(string key, long count, DateOnly month, string organization = "office") => new() { Key = key, Count = count, Month = month, Organization = organization };
}
