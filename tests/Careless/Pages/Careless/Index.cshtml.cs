using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Data;

namespace Acme.Careless.Pages.Careless;

/// <summary>Counts whoever looks.</summary>
public sealed class IndexModel(Db db) : PageModel
{
    public Task OnGetAsync() => db.WriteAsync("insert into careless_visit (visit_id, name) values (@id, 'somebody')", new { id = Guid.CreateVersion7() });
}
