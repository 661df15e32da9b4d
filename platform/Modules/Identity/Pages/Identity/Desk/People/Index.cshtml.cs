using Microsoft.AspNetCore.Mvc;
using Platform.Core.People;
using Platform.Web.People;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>Looks people up.</summary>
internal sealed class IndexModel(PeopleSearch search) : IdentityPage
{
    public PeopleSearch Search => search;

    public Task OnPostAsync([FromForm] string? name, [FromForm] string? id, [FromForm] string? phone) =>
        search.FindAsync(new(name, id, phone), Channels.Web, ModelState, HttpContext.RequestAborted);
}
