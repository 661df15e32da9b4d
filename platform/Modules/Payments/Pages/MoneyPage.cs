using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.References;
using Platform.Web.Caching;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Payments.Pages;

/// <summary>What the pages of this module share. None of them may be kept by a browser or proxy.</summary>
public abstract class MoneyPage : PageModel
{
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    protected IStringLocalizer Texts => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNothing();

    /// <summary>A case where this official holds the permission; null for any other.</summary>
    protected async Task<CaseRow?> FindCaseAsync(string? reference, string permission, CancellationToken cancellationToken) => CaseReference.Parse(reference) is { } plain
        ? await HttpContext.RequestServices.GetRequiredService<CaseStore>().FindAsync(plain, CaseAccess.Official.Of(Viewer, permission), cancellationToken)
        : null;

    /// <summary>Does it, or says why not; nothing was written then.</summary>
    /// <returns>True where it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
            return true;
        }
        catch (RuleException rule)
        {
            Refuse(StatusCodes.Status409Conflict, rule.In(Texts));
        }
        catch (ActConflictException)
        {
            Refuse(StatusCodes.Status409Conflict, Texts["Somebody else was faster. Nothing of yours was done. This is how it stands now."]);
        }

        return false;
    }

    protected void Refuse(int status, string why, string? field = null) => (Response.StatusCode, Errors) = (status, [new(field, why)]);

    protected string In(string path) => HttpContext.InLanguage(path);
}
