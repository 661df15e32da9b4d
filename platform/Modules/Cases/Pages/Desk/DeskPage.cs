using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>What the pages of the desk share. None of them may be kept by a browser or proxy.</summary>
public abstract class DeskPage : PageModel
{
    protected IStringLocalizer Texts => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    protected Pack Pack => HttpContext.RequestServices.GetRequiredService<ActivePack>().Current.Pack;

    protected string Language => HttpContext.Language().Tag;

    protected CaseAccess.Official Access => CaseAccess.Official.Of(Viewer);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNothing();

    protected IReadOnlyList<string> Queues => WorkflowSection.QueuesOf(Pack);

    protected IEnumerable<WorkflowSection> Workflows => Pack.Services.All.Select(s => s.Section<WorkflowSection>()).OfType<WorkflowSection>();

    protected string In(string path) => HttpContext.InLanguage(path);
}
