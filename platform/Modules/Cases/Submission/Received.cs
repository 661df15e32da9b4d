using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Submission;

/// <summary>
/// When an application reached the office: what the promised deadline, fees and rules count from. One on paper came on its day, however much
/// later a clerk typed it in.
/// </summary>
public static class Received
{
    /// <summary>The local day; null for a draft that somebody still fills in.</summary>
    public static DateOnly? On(CaseRow found, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.ReceivedOn ?? (found.SubmittedAt is { } sent ? LocalDay.Of(sent, pack) : null);
    }

    /// <summary>The moment. Of a paper only the day is known: of an earlier one than today it is the first moment, so that nobody loses an hour by it.</summary>
    /// <param name="sent">When it was sent, or now.</param>
    public static Instant At(CaseRow found, Instant sent, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.ReceivedOn is { } day && day != LocalDay.Of(sent, pack) ? LocalDay.StartOf(day, pack) : sent;
    }
}
