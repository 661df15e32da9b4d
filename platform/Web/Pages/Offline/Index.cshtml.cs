using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Web.Caching;

namespace Platform.Web.Pages.Offline;

/// <summary>What the service worker shows in place of a page that it cannot fetch.</summary>
[PublicPage]
public sealed class OfflineModel : PageModel;
