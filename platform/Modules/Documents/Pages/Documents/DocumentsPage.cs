using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Documents.Sheets;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Pages.Documents;

/// <summary>What the pages of this module share. None of them may be kept by a browser or proxy.</summary>
public abstract class DocumentsPage : PageModel
{
    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNothing();

    protected IActionResult To(string path) => LocalRedirect(HttpContext.InLanguage(path));

    /// <summary>The stored PDF as a download.</summary>
    protected IActionResult Download(Stream pdf, OpenDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return File(pdf, "application/pdf", $"{document.Row.Number}.pdf");
    }
}
