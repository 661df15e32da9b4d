using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;

namespace Platform.Modules.Cases.Api;

/// <summary>Who was faster, for whoever came too late. Officials learn the name; applicants learn that it was the office, not who works there.</summary>
internal sealed class ConflictWords(CaseStore cases, Applicant applicant, PeopleNames people, Viewer viewer, IStringLocalizer t)
{
    /// <param name="route">Names the case as the endpoint does; what its reader may not see says nothing.</param>
    public async Task<string> OfAsync(RouteValueDictionary route, CancellationToken cancellationToken) => await WinnerAsync(route, cancellationToken) switch
    {
        null => t["It changed meanwhile. Look at it again."],
        { Length: 0 } => t["Somebody at the office was faster. Nothing of yours was done. Look at it again."],
        var name => t["{0} was faster. Nothing of yours was done. Look at it again.", name],
    };

    private async Task<string?> WinnerAsync(RouteValueDictionary route, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(route["reference"] as string) is { } reference)
        {
            return await cases.ReadAsync(reference, CaseAccess.Official.Of(viewer), cancellationToken) is { } handled && handled.Events[^1].ActorId != viewer.PersonId
                ? (await people.OfAsync([handled.Events[^1].ActorId], cancellationToken: cancellationToken))(handled.Events[^1].ActorId)
                : null;
        }

        return Guid.TryParse(route["caseId"] as string, out var caseId) && await cases.ReadAsync(caseId, applicant.Filling, cancellationToken) is { } own && WasOffice(own) ? "" : null;
    }

    // A page that was saved since then is the person's own other window.
    private bool WasOffice(StoredCase own) =>
        own.Events[^1] is { ActorId: { } actor } last && actor != viewer.PersonId && actor != own.Case.ApplicantId && own.Pages.All(p => p.SavedAt <= last.At);
}
