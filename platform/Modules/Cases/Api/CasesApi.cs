using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Erasure;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Api;

/// <summary>A new application.</summary>
public sealed record NewCase(string Service);

/// <summary>A case as the API gives it. Its version is its <c>ETag</c>; that of one's own case grows with every page that is saved, too.</summary>
public sealed record CaseAnswer(Guid Id, string? Reference, string Service, string State, string Organization, string? Area, DateOnly? DueOn, long Version);

/// <summary>The person's own cases, by the same store methods as the pages.</summary>
internal static class CasesApi
{
    private const int PageSize = 50;

    // As of a form that a browser sends. What is kept is read again with every page.
    private const int MostFields = 1024;

    public static void Map(RouteGroupBuilder group)
    {
        group.AddEndpointFilter<CaseProblems>().RequireAuthorization();
        var own = group.MapGroup("").AddEndpointFilter(new Repeatable(AgainAsync));
        own.MapGet("/", ListAsync);
        own.MapPost("/", CreateAsync);
        own.MapGet("/{caseId:guid}", GetAsync);
        own.MapDelete("/{caseId:guid}", DeleteAsync);
        own.MapPut("/{caseId:guid}/pages/{page}", SaveAsync);
        own.MapPost("/{caseId:guid}/submit", SubmitAsync);
        own.MapPost("/{caseId:guid}/actions/{step}", MoveAsync);
        FormApi.Map(own);
        FilesApi.Map(group);
        DeskApi.Map(group.MapGroup("/desk"));
    }

    private static async Task<IEnumerable<CaseAnswer>> ListAsync(CaseStore cases, Applicant applicant, Guid? before, CancellationToken cancellationToken) =>
        (await cases.ListAsync(applicant.Access, PageSize, before, cancellationToken)).Select(c => Answer(c, c.Stamp));

    // The key that makes asking twice safe becomes the draft's id: one that is not random is somebody else's, or will be.
    private static bool IsRandom(Guid key) => key is { Variant: >= 8 and <= 11, Version: 4 or 7 };

    private static async Task<IResult> CreateAsync(
        NewCase body, [FromHeader(Name = Repeatable.Header)] Guid key, HttpContext http, CaseServices services, Viewer viewer, IStringLocalizer t, CancellationToken cancellationToken)
    {
        if (services.Editions.Live(body.Service) is not { } definition || definition.Service.Section<FormSection>() is null || !definition.Service.Channels.Contains(Core.Packs.Channel.Online))
        {
            return Results.NotFound();
        }

        if (!IsRandom(key))
        {
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: t["Choose another Idempotency-Key."]);
        }

        if (!Assurances.Reaches(viewer.Assurance, $"{definition.Service.Assurance}".ToLowerInvariant()))
        {
            throw new RuleException("For this service an office must first confirm who you are. Go to a counter with a paper that shows it.");
        }

        var access = new CaseAccess.Owner(viewer.PersonId);
        await services.Drafts.CreateAsync(definition.Service, viewer.Actor(Channels.Api).In(http, StatusCodes.Status201Created, PathOf(key)), access, key, cancellationToken: cancellationToken);
        return Found(http, (await services.Cases.FindAsync(key, access, cancellationToken))!, created: true);
    }

    private static async Task<IResult> GetAsync(Guid caseId, HttpContext http, CaseServices services, CancellationToken cancellationToken) =>
        await services.Cases.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is { } found ? Found(http, found) : Results.NotFound();

    // Only what was not sent: a case is withdrawn by its action.
    private static async Task<IResult> DeleteAsync(Guid caseId, CaseServices services, Erasures erasures, CancellationToken cancellationToken)
    {
        if (await services.Cases.FindAsync(caseId, services.Applicant.Access, cancellationToken) is not { ErasedAt: null } found)
        {
            return Results.NotFound();
        }

        if (!found.MayBeDeleted)
        {
            throw new RuleException("What was sent, or came on paper, cannot be deleted.");
        }

        await erasures.DeleteDraftAsync(caseId, services.Applicant.Actor(Channels.Api, found), cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> SaveAsync(
        Guid caseId, string page, JsonObject answers, [FromHeader(Name = "If-Match")] string? match, HttpContext http, CaseServices services, ApiFiles files, CancellationToken cancellationToken)
    {
        if (await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is not { } open || open.Form.Page(page) is not { } asked)
        {
            return Results.NotFound();
        }

        var typed = ApiAnswers.ToTyped(asked, answers, open.Page(page).Typed, await files.OfAsync(open.Stored));
        if (typed.Fields.Count() > MostFields)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        await services.Drafts.SaveAsync(open.Case, new(page, ETags.Version(match) ?? 0, typed), services.Applicant.Actor(Channels.Api, open.Case), [], cancellationToken);
        var saved = (await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken))!;
        http.Response.Headers.ETag = ETags.Of(saved.Page(page).Version);
        return saved.Filled.Page(page) is { IsComplete: false } filled ? ApiAnswers.Mistakes(filled.Questions) : Results.NoContent();
    }

    private static async Task<IResult> SubmitAsync(
        Guid caseId, [FromHeader(Name = "If-Match")] string? match, HttpContext http, CaseServices services, CancellationToken cancellationToken)
    {
        return await services.Submissions.SubmitAsync(caseId, services.Applicant.Filling, found => services.Applicant.Actor(Channels.Api, found).In(http), ETags.Version(match), cancellationToken) switch
        {
            null => Results.NotFound(),
            { Open: { } open } => ApiAnswers.Mistakes(open.Filled.Pages.SelectMany(p => p.Questions)),
            { Sent: var sent } => Found(http, sent!),
        };
    }

    private static async Task<IResult> MoveAsync(
        Guid caseId, string step, GivenForm form, [FromHeader(Name = "If-Match")] string? match, HttpContext http, CaseServices services, CancellationToken cancellationToken)
    {
        if (await services.ActorAsync(caseId, http, cancellationToken) is not { } actor)
        {
            return Results.NotFound();
        }

        if (ETags.Version(match) is not { } version)
        {
            return Results.Problem(statusCode: StatusCodes.Status428PreconditionRequired);
        }

        if (form.Answers is not { } answers)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var moved = await services.Moves.DoAsync(caseId, step, Typed.From(answers), version, Movers.Of(services.Applicant, actor), cancellationToken);
        return moved switch
        {
            null => Results.NotFound(),
            { Form: { } given } => ApiAnswers.Mistakes(given),
            { Open: { } open } => ApiAnswers.Mistakes(open.Filled.Pages.SelectMany(p => p.Questions)),
            _ => Found(http, moved.Case),
        };
    }

    private static async Task<IResult> AgainAsync(HttpContext http, AnsweredRequest answered)
    {
        var services = http.RequestServices.GetRequiredService<CaseServices>();
        return await services.Cases.FindAsync(answered.SubjectId, services.Applicant.Filling, http.RequestAborted) is { } found
            ? Found(http, found, answered.Status == StatusCodes.Status201Created)
            : Results.NotFound();
    }

    private static IResult Found(HttpContext http, CaseRow found, bool created = false)
    {
        http.Response.Headers.ETag = ETags.Of(found.Stamp);
        return created ? Results.Created(PathOf(found.CaseId), Answer(found, found.Stamp)) : Results.Ok(Answer(found, found.Stamp));
    }

    private static string PathOf(Guid caseId) => $"/api/v1/cases/{caseId:D}";

    internal static CaseAnswer Answer(CaseRow found, long version) =>
        new(found.CaseId, found.Reference, found.Service, found.State, found.Organization, found.Area, found.DueOn, version);
}

/// <summary>What the endpoints work with.</summary>
internal sealed record CaseServices(CaseStore Cases, DraftStore Drafts, OpenCases Open, EditionStore Editions, Submissions Submissions, CaseMoves Moves)
{
    public required Applicant Applicant { get; init; }

    /// <returns>Who acts in this case; null where there is no such case for this reader.</returns>
    public async Task<Actor?> ActorAsync(Guid caseId, HttpContext http, CancellationToken cancellationToken) =>
        await Cases.FindAsync(caseId, Applicant.Filling, cancellationToken) is { } found ? Applicant.Actor(Channels.Api, found).In(http) : null;
}
