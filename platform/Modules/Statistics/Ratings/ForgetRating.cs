using Platform.Core.Outbox;
using Platform.Modules.Cases;

namespace Platform.Modules.Statistics.Ratings;

/// <summary>When a case is erased, nobody can say any more whose rating it was.</summary>
internal sealed class ForgetRating(RatingStore ratings) : IHandle<CaseErased>
{
    public Task HandleAsync(CaseErased message, CancellationToken cancellationToken) => ratings.ForgetAsync(message.CaseId);
}
