using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Core.Files;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Api;

/// <summary>A file of a case. A page names it as <c>{"photo": {"id": "..."}}</c>.</summary>
/// <param name="Type">IANA media type, told by the content.</param>
public sealed record FileAnswer(Guid Id, string Name, long Size, string Type)
{
    internal Typed ToTyped() => Typed.Nothing.With("id", $"{Id:D}").With("name", Name).With("size", Size.ToString(CultureInfo.InvariantCulture)).With("type", Type);
}

/// <summary>
/// Files come first, and are named by the answers of a page then. No request of theirs is kept to be answered again: sent twice, a file is there
/// twice, and counts where it is named.
/// </summary>
internal static class FilesApi
{
    // The largest file that a question may accept, and the words around it.
    private const long LargestBody = 101_000_000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{caseId:guid}/files", ListAsync).Produces<IEnumerable<FileAnswer>>();
        group.MapPost("/{caseId:guid}/files", SendAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<byte[]>("*/*").Produces<FileAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(Guid caseId, CaseServices services, ApiFiles files, CancellationToken cancellationToken) =>
        await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is { } open ? Results.Ok(await files.OfAsync(open.Stored)) : Results.NotFound();

    /// <param name="name">Of a body that is the file itself; a part of a form brings its own.</param>
    private static async Task<IResult> SendAsync(Guid caseId, string? name, HttpRequest request, CaseServices services, ApiFiles files, IStringLocalizer t, CancellationToken cancellationToken)
    {
        if (await services.Open.FindAsync(caseId, services.Applicant.Filling, cancellationToken) is not { } open || ApiFiles.Limits(open) is not { } limits)
        {
            return Results.NotFound();
        }

        try
        {
            var sent = await files.StoreAsync(open, name, request, limits, services.Applicant.Actor(Channels.Api, open.Case), cancellationToken);
            return Results.Created($"{request.Path}", sent);
        }
        catch (FileRefusedException refused)
        {
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: FileQuestion.Why(refused.Refusal, limits, t));
        }
    }
}

/// <summary>The files of a case as the API gives and takes them.</summary>
internal sealed class ApiFiles(CaseFiles files, CaseVault vault, DraftStore drafts)
{
    /// <summary>What any question of the form accepts; null where none asks for a file.</summary>
    public static FileLimits? Limits(OpenCase open)
    {
        var asked = open.Form.Questions.SelectMany(q => q.Items.Prepend(q)).Select(q => q.Question).OfType<FileQuestion>().Select(q => q.Limits).ToList();
        return asked.Count == 0 ? null : new(asked.Max(l => l.MaxBytes), asked.SelectMany(l => l.Types ?? FileType.PapersAndPictures).ToHashSet());
    }

    public async Task<IReadOnlyList<FileAnswer>> OfAsync(StoredCase stored)
    {
        var known = new List<FileAnswer>();
        foreach (var file in stored.Files)
        {
            var told = await vault.OpenFileAsync(stored.Case.CaseId, file);
            known.Add(new(file.FileId, (string)told["name"]!, file.Size, (string)told["type"]!));
        }

        return known;
    }

    /// <exception cref="FileRefusedException">Not accepted; nothing was stored.</exception>
    public async Task<FileAnswer> StoreAsync(OpenCase open, string? name, HttpRequest request, FileLimits limits, Actor actor, CancellationToken cancellationToken)
    {
        var part = request.HasFormContentType ? (await request.ReadFormAsync(cancellationToken)).Files is [var first, ..] ? first : throw new FileRefusedException(FileRefusal.Empty, FileType.Unknown) : null;
        await using var content = part?.OpenReadStream() ?? request.Body;
        var file = await files.StoreAsync(open.Case.CaseId, part?.FileName ?? name ?? "", content, limits, cancellationToken);
        await drafts.AddAsync(open.Case, file, actor, cancellationToken);
        return new(file.Stored.Id, file.Name, file.Stored.Length, file.Stored.Type.MediaType);
    }
}
