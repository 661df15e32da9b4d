using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Preferences;
using Platform.Web.Caching;
using Platform.Web.Languages;
using Platform.Web.Sites;

namespace Platform.Modules.Notices.Pages.Notices.Account;

/// <summary>The channels and the language that a person chooses for notices.</summary>
internal sealed class IndexModel(PreferenceStore store, PersonStore people, Acts acts, Viewer viewer, ActivePack active, ActiveSite site) : PageModel
{
    public IReadOnlyList<string> Channels { get; private set; } = [];

    public string Language { get; private set; } = "";

    public bool HasEmail { get; private set; }

    public bool HasPhone { get; private set; }

    public IReadOnlyList<PageLanguage> Languages => [.. site.Current.Languages.Where(l => !l.IsPseudo)];

    private Guid Me => viewer.PersonId!.Value;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        var (chosen, pack) = (await store.OfAsync(Me, cancellationToken), active.Current.Pack);
        var details = (await people.FindAsync(Me, cancellationToken))?.Details ?? new PersonDetails();
        Channels = [.. new[] { chosen.Email ? ChannelNames.Email : "", chosen.Sms ? ChannelNames.Sms : "" }.Where(c => c.Length > 0)];
        Language = details.Language ?? chosen.Language ?? pack.DefaultLanguage;
        HasEmail = AddressBook.Find(details, ChannelNames.Email, pack) is not null;
        HasPhone = AddressBook.Find(details, ChannelNames.Sms, pack) is not null;
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string[] channels, [FromForm] string? language)
    {
        // Only what the form offers: anything else counts as not chosen.
        var tag = Languages.FirstOrDefault(l => l.Tag == language)?.Tag;
        var act = acts.Begin(viewer.Actor(Core.People.Channels.Web));
        PreferenceStore.Choose(act, Me, new(channels.Contains(ChannelNames.Email), channels.Contains(ChannelNames.Sms)));
        if (await people.FindAsync(Me) is { Details: { } details } person && details.Language != tag)
        {
            await people.ChangeAsync(act, person, details with { Language = tag });
        }

        await act.CommitAsync();
        return LocalRedirect(tag is null ? HttpContext.InLanguage("/account") : $"/{tag}/account");
    }
}
