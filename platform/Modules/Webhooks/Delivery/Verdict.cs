using System.Globalization;
using System.Net;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>What a try came to.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Taken : Verdict;

    /// <summary>Asking again later may help.</summary>
    /// <param name="After">Not before; null: the other side did not say.</param>
    public sealed record Later(string Reason, TimeSpan? After = null) : Verdict;

    /// <summary>It is not asked at all.</summary>
    public sealed record Refused(string Reason) : Verdict;

    /// <summary>Nobody is there any more, for good.</summary>
    public sealed record Gone : Verdict;

    /// <summary>
    /// By the kind of answer, as Standard Webhooks says: whatever is not 2xx is tried again, for a secret that was not changed in time and a route that is
    /// not there during an update pass, too. A redirect is no answer: where it leads nobody has checked.
    /// </summary>
    public static Verdict Of(HttpStatusCode status, TimeSpan? after)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"http-{(int)status}");
        return status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Taken(),
            HttpStatusCode.Gone => new Gone(),
            _ => new Later(reason, after),
        };
    }
}
