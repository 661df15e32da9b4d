using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Web.Security;

namespace Platform.Modules.Sample;

/// <summary>An entry as programs get it.</summary>
public sealed record EntryAnswer(string Number, string Service, string Kind, string Organization, DateOnly? ValidUntil, bool Valid)
{
    public static EntryAnswer Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Number, entry.Service, entry.Kind, entry.Organization, entry.ValidUntil, entry.IsValid);
    }
}

/// <summary>The register by JSON below <c>/api/v1/sample</c>, by the same store methods as the page.</summary>
internal static class SampleApi
{
    private const int Most = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAntiforgeryHeader();
        api.MapGet("", ListAsync).WithName("ListSampleEntries").RequireAuthorization(SamplePermissions.View);
        api.MapGet("/{number}", FindAsync).WithName("FindSampleEntry").RequireAuthorization(SamplePermissions.View);
        api.MapPost("/{number}/end", EndAsync).WithName("EndSampleEntry").RequireAuthorization(SamplePermissions.End);
    }

    private static async Task<IEnumerable<EntryAnswer>> ListAsync(SampleStore entries, Viewer viewer, CancellationToken cancellationToken) =>
        (await entries.ListAsync(viewer.ScopeOf(SamplePermissions.View), Most, cancellationToken)).Select(EntryAnswer.Of);

    private static async Task<IResult> FindAsync(string number, SampleStore entries, Viewer viewer, CancellationToken cancellationToken) =>
        await OneAsync(number, entries, viewer, SamplePermissions.View, cancellationToken) is { } entry ? Results.Ok(EntryAnswer.Of(entry)) : Results.NotFound();

    private static async Task<IResult> EndAsync(string number, SampleStore entries, Viewer viewer, IStringLocalizer t, CancellationToken cancellationToken)
    {
        if (await OneAsync(number, entries, viewer, SamplePermissions.End, cancellationToken) is not { } entry)
        {
            return Results.NotFound();
        }

        try
        {
            await entries.EndAsync(entry, viewer.Actor(Channels.Api), cancellationToken);
            return Results.NoContent();
        }
        catch (RuleException rule)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: rule.In(t));
        }
    }

    private static async Task<Entry?> OneAsync(string number, SampleStore entries, Viewer viewer, string permission, CancellationToken cancellationToken) =>
        EntryNumber.Parse(number) is { } plain ? await entries.FindAsync(plain, viewer.ScopeOf(permission), cancellationToken) : null;
}
