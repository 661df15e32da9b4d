using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Web.Pages.Dev;

/// <summary>All components on one page; in Development only. Its words are samples, so they are not translated.</summary>
[AllowAnonymous]
public sealed class ComponentsModel : PageModel;
