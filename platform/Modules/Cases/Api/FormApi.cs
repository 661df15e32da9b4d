using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Api;

/// <summary>A page of the form as it is saved.</summary>
/// <param name="Version">Named by the next save; 0 where it was never saved.</param>
/// <param name="Asked">False where the other answers lead past it: what was written there is not sent.</param>
/// <param name="Answers">As far as they could be read, in the form in which they are saved.</param>
/// <param name="Mistakes">By field, what is missing among them.</param>
public sealed record PageAnswer(string Page, long Version, bool Asked, JsonObject Answers, IReadOnlyDictionary<string, string[]> Mistakes);

/// <param name="Amount">Minor units.</param>
public sealed record FeeAnswer(string Id, string Title, long Amount, string Currency);

/// <summary>Everything that is sent with the next step, before it is sent. The case's version is the <c>ETag</c> to send it with.</summary>
/// <param name="Settled">What was paid or lifted before, in minor units.</param>
/// <param name="Due">What is to be paid once it is sent, in minor units.</param>
public sealed record CheckAnswer(CaseAnswer Case, bool Complete, IReadOnlyList<PageAnswer> Pages, IReadOnlyList<FeeAnswer> Fees, long Settled, long Due);

/// <summary>Filling in: what the pages below <c>/apply</c> show.</summary>
internal static class FormApi
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{caseId:guid}/pages/{page}", PageAsync).Produces<PageAnswer>();
        group.MapGet("/{caseId:guid}/check", CheckAsync).Produces<CheckAnswer>();
    }

    private static async Task<IResult> PageAsync(Guid caseId, string page, HttpContext http, CaseServices services, CancellationToken cancellationToken)
    {
        if (await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is not { } open || open.Form.Page(page) is null)
        {
            return Results.NotFound();
        }

        var answer = Page(open, page);
        http.Response.Headers.ETag = ETags.Of(answer.Version);
        return Results.Ok(answer);
    }

    private static async Task<IResult> CheckAsync(Guid caseId, HttpContext http, CaseServices services, IStringLocalizer t, CancellationToken cancellationToken)
    {
        if (await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is not { } open)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ETag = ETags.Of(open.Case.Stamp);
        return Results.Ok(new CheckAnswer(
            CasesApi.Answer(open.Case, open.Case.Stamp),
            open.Filled.IsComplete,
            [.. open.Form.Pages.Select(p => Page(open, p.Id))],
            [.. open.Fees.Select(f => new FeeAnswer(f.Fee.Id, t.Pack(f.Fee.Title).Value, f.Minor, open.Definition.Pack.Currency.Code))],
            CaseFees.Settled(open).Sum(f => f.Amount),
            CaseFees.Due(open).Sum(f => f.Minor)));
    }

    private static PageAnswer Page(OpenCase open, string page)
    {
        var filled = open.Filled.Page(page);
        var answers = filled?.Questions.Where(q => q.Answer is not null).Select(q => KeyValuePair.Create(q.Asked.Id, q.Answer?.DeepClone())) ?? [];
        return new(page, open.Page(page).Version, filled is not null, new(answers), ApiAnswers.ByField(filled?.Questions ?? []));
    }
}
