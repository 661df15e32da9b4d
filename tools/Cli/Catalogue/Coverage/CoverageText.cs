namespace Platform.Cli.Catalogue.Coverage;

/// <summary>The table for a console: a sign for each place, the counts below.</summary>
internal static class CoverageText
{
    private const int LongestId = 36;

    public static char Sign(Offer offer) => offer switch { Offer.National => '●', Offer.Own => '◆', Offer.Part => '◐', _ => '·' };

    /// <param name="all">Also services that are the same everywhere.</param>
    public static void Write(CoverageTable table, bool all, TextWriter output)
    {
        var rows = table.Rows.Where(r => all || !r.IsEverywhere).ToList();
        output.WriteLine($"{table.Name}: services by {table.Level}   ● as in the whole country   ◆ a variant of its own   ◐ in a part of it   · not offered");
        foreach (var (number, place) in table.Places.Index())
        {
            output.WriteLine(FormattableString.Invariant($"{new string(' ', LongestId + 2)}{Bars(number)}{place.Name} ({place.Code})"));
        }

        foreach (var row in rows)
        {
            output.WriteLine($"{Fitted(row.Id)}  {string.Join(' ', row.Offers.Select(Sign))}");
        }

        output.WriteLine(FormattableString.Invariant($"{table.Rows.Count(r => r.IsEverywhere)} of {table.Rows.Count} services are the same everywhere{(all ? "" : "; --all lists them too")}"));
        foreach (var (number, place) in table.Places.Index())
        {
            var offers = table.Rows.Select(r => r.Offers[number]).ToList();
            output.WriteLine(FormattableString.Invariant($"{place.Code}: {offers.Count(o => o != Offer.None)} offered, {offers.Count(o => o == Offer.Own)} of its own, {offers.Count(o => o == Offer.Part)} in a part, {offers.Count(o => o == Offer.None)} not  {place.Name}"));
        }
    }

    // A bar for each place before this one, so that its name stands above its column.
    private static string Bars(int number) => string.Concat(Enumerable.Repeat("│ ", number)) + "┌ ";

    private static string Fitted(string id) => id.Length <= LongestId ? id.PadRight(LongestId) : $"{id[..(LongestId - 1)]}…";
}
