using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Sample.Pages.Sample;

/// <summary>The register as far as it is the official's.</summary>
internal sealed class IndexModel(SampleStore entries, Viewer viewer, ActivePack pack, IStringLocalizer texts) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>Why nothing was done, in the official's language.</summary>
    public string? Refused { get; private set; }

    /// <summary>Its title, where the service still has this kind; else its id.</summary>
    public string KindOf(Entry entry) =>
        pack.Current.Pack.Services.Find(entry.Service)?.Section<SampleSection>()?.Find(entry.Kind) is { } kind ? texts.Pack(kind.Title).Value : entry.Kind;

    public bool MayEnd(Entry entry) => viewer.May(SamplePermissions.End, entry.Organization, entry.AreaPath);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        Entries = await entries.ListAsync(viewer.ScopeOf(SamplePermissions.View), Most, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? number, CancellationToken cancellationToken)
    {
        if (EntryNumber.Parse(number ?? "") is not { } plain || await entries.FindAsync(plain, viewer.ScopeOf(SamplePermissions.End), cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        try
        {
            await entries.EndAsync(entry, viewer.Actor(Channels.Web), cancellationToken);
            return LocalRedirect(HttpContext.InLanguage("/desk/sample"));
        }
        catch (RuleException rule)
        {
            Refused = rule.In(texts);
            await OnGetAsync(cancellationToken);
            Response.StatusCode = 409;
            return Page();
        }
    }
}
