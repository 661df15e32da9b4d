using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Api;

/// <summary>A case as an official's client gets it: what is in clear, who has it, and what she can do with it now. Its version is its <c>ETag</c>.</summary>
public sealed record DeskCaseAnswer(CaseAnswer Case, Guid? Assignee, IReadOnlyList<StepAnswer> Actions);

/// <param name="Form">The questions that the action asks, by their ids.</param>
public sealed record StepAnswer(string Id, string Title, IReadOnlyList<string> Form);

/// <summary>The officials' side, by the same <see cref="DeskWork"/> as the desk's page.</summary>
internal static class DeskApi
{
    public static void Map(RouteGroupBuilder group)
    {
        group.AddEndpointFilter(new Repeatable(AgainAsync)).RequireAuthorization(CasesPermissions.View);
        QueueApi.Map(group);
        group.MapGet("/{reference}", GetAsync);
        group.MapPut("/{reference}/assignee", TakeAsync);
        group.MapDelete("/{reference}/assignee", GiveBackAsync);
        group.MapPost("/{reference}/actions/{step}", MoveAsync);
    }

    private static async Task<IResult> GetAsync(string reference, HttpContext http, DeskServices desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(reference, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        await desk.Access.LookedAtAsync(found.Case, CasesPermissions.View, desk.Viewer, cancellationToken: cancellationToken);
        return await AnswerAsync(found, http, desk, cancellationToken);
    }

    private static Task<IResult> TakeAsync(string reference, [FromHeader(Name = "If-Match")] string? match, HttpContext http, DeskServices desk, CancellationToken cancellationToken) =>
        ChangeAsync(reference, match, http, desk, (found, version) => AssignAsync(desk.Work.TakeAsync(found, version, desk.ActorFor(found), cancellationToken)), cancellationToken);

    private static Task<IResult> GiveBackAsync(string reference, [FromHeader(Name = "If-Match")] string? match, HttpContext http, DeskServices desk, CancellationToken cancellationToken) =>
        ChangeAsync(reference, match, http, desk, (found, version) => AssignAsync(desk.Work.GiveBackAsync(found, version, desk.ActorFor(found), cancellationToken)), cancellationToken);

    private static Task<IResult> MoveAsync(
        string reference, string step, GivenForm form, [FromHeader(Name = "If-Match")] string? match, HttpContext http, DeskServices desk, CancellationToken cancellationToken) =>
        ChangeAsync(reference, match, http, desk, (found, version) => DoAsync(found, step, form, version, http, desk, cancellationToken), cancellationToken);

    // Whoever changes a case names the version she saw. A change answers null where it was done.
    private static async Task<IResult> ChangeAsync(
        string reference, string? match, HttpContext http, DeskServices desk, Func<CaseRow, long, Task<IResult?>> change, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(reference, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        return ETags.Version(match) is not { } version ? Results.Problem(statusCode: StatusCodes.Status428PreconditionRequired)
            : await change(found.Case, version) ?? await AnswerAsync((await desk.FindAsync(reference, cancellationToken))!, http, desk, cancellationToken);
    }

    private static async Task<IResult?> AssignAsync(Task assigned)
    {
        await assigned;
        return null;
    }

    private static async Task<IResult?> DoAsync(CaseRow found, string step, GivenForm form, long version, HttpContext http, DeskServices desk, CancellationToken cancellationToken)
    {
        if (form.Answers is not { } answers)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        return await desk.Work.DoAsync(found, step, Typed.From(answers), version, desk.ActorFor(found).In(http), cancellationToken) switch
        {
            null => Results.NotFound(),
            { Form: { } given } => ApiAnswers.Mistakes(given),
            _ => null,
        };
    }

    private static async Task<IResult> AgainAsync(HttpContext http, AnsweredRequest answered)
    {
        var desk = http.RequestServices.GetRequiredService<DeskServices>();
        return await desk.Cases.ReadAsync(answered.SubjectId, CaseAccess.Official.Of(desk.Viewer), http.RequestAborted) is { } found
            ? await AnswerAsync(found, http, desk, http.RequestAborted)
            : Results.NotFound();
    }

    private static async Task<IResult> AnswerAsync(StoredCase stored, HttpContext http, DeskServices desk, CancellationToken cancellationToken)
    {
        var found = stored.Case;
        http.Response.Headers.ETag = ETags.Of(found.Version);
        var steps = await desk.Work.PossibleAsync(stored, cancellationToken);
        return Results.Ok(new DeskCaseAnswer(
            CasesApi.Answer(found, found.Version), found.AssigneeId, [.. steps.Select(s => new StepAnswer(s.Id, desk.Texts.Pack(s.Title).Value, [.. s.Form.Select(q => q.Id)]))]));
    }
}

/// <summary>What the officials' endpoints work with.</summary>
internal sealed record DeskServices(CaseStore Cases, DeskWork Work, AccessLog Access, Viewer Viewer, IStringLocalizer Texts)
{
    /// <returns>Null where there is no such case for this official.</returns>
    public async Task<StoredCase?> FindAsync(string reference, CancellationToken cancellationToken) => CaseReference.Parse(reference) is { } plain
        ? await Cases.ReadAsync(plain, CaseAccess.Official.Of(Viewer), cancellationToken)
        : null;

    public Actor ActorFor(CaseRow found) => Viewer.Actor(Channels.Api, found.ApplicantId);
}
