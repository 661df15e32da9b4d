using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Web.Pages.Content;

/// <summary>A page that editors wrote, from the pack's folder <c>content</c>; where it is not translated, in the language it was written in.</summary>
[PublicPage]
public sealed class ContentModel(ActivePack active) : PageModel
{
    public PackPage Shown { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (active.Current.Pack.Pages.Find(name, CultureInfo.CurrentUICulture.Name) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
