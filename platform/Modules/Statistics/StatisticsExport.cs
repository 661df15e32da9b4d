using Platform.Core.Exports;
using Platform.Core.Modules;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics;

/// <summary>Figures and ratings in the export of everything.</summary>
internal static class StatisticsExport
{
    public static void Declare(ModuleBuilder module)
    {
        module.Export("statistics_count", "How many applications were sent or closed in a month.",
            """
            month: Its first day.
            kind: sent or closed.
            area: The largest area around them.
            outcome: The final state; empty for what was sent.
            count: How many.
            """);
        module.Export("statistics_month", "A month that was counted.",
            """
            month: Its first day.
            counted_at: When.
            """);
        module.Export("statistics_rating", "What an applicant said after the decision.",
            """
            rating_id: Identity of the rating.
            month: Its first day.
            step: From 1 to 5, the best.
            comment: In the applicant's words.
            """).Opens("comment", "case_id", SealedContent.Text, r => RatingStore.Place(r.Id("case_id")));
    }
}
