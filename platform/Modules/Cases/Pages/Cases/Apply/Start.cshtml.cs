using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.Apply;

/// <summary>Where an application begins: what it costs, and whether this person can begin it.</summary>
public sealed class StartModel(EditionStore editions, DraftStore drafts, Applicant applicant, Viewer viewer, TimeProvider clock, IStringLocalizer t) : PageModel
{
    private CaseDefinition definition = null!;

    /// <summary>Of the draft to come: sent twice over a line that broke, the form begins one.</summary>
    public Guid Draft { get; } = Guid.CreateVersion7();

    public string Service => definition.Service.Id;

    /// <summary>The query that names a local variant's area; empty for the whole country.</summary>
    public string In => definition.InArea;

    public string Title => t.Pack(definition.Service.Title).Value;

    public IReadOnlyList<FeeDefinition> Fees => definition.Service.Section<FeesSection>()?.Fees ?? [];

    public bool CanBeAnonymous => definition.Service.Anonymous;

    public bool CanUseName => viewer.PersonId is not null && Reaches;

    /// <summary>Why nobody can begin today; null where one can.</summary>
    public string? NotNow => OfferedNow.Refusal(definition.Service, LocalDay.Of(clock.Now(), definition.Pack))?.In(t);

    /// <summary>Why no other one can be begun before something is done about those that are; null where one can.</summary>
    public string? Refusal { get; private set; }

    public bool NeedsAccount => viewer.PersonId is null && !CanBeAnonymous;

    public bool NeedsConfirmation => viewer.PersonId is not null && !Reaches && !CanBeAnonymous;

    public string SignInPath => $"/sign-in?return={Uri.EscapeDataString(HttpContext.InLanguage(definition.Service.StartPath!))}";

    private bool Reaches => Assurances.Reaches(viewer.Assurance, $"{definition.Service.Assurance}".ToLowerInvariant());

    public string Amount(FeeDefinition fee)
    {
        ArgumentNullException.ThrowIfNull(fee);
        var currency = definition.Pack.Currency;
        var amount = fee.Fixed is { } whole ? t.Formats().Money(currency.ToMinor(whole), currency.Code, currency.MinorDigits) : t["depends on your answers"].Value;
        return fee.When is null ? amount : t["{0}, in some cases", amount];
    }

    public IActionResult OnGet(string service, [FromQuery] string? area) => Find(service, area) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string service, [FromQuery] string? area, [FromForm(Name = "without-name")] string? withoutName, [FromForm] Guid? draft, CancellationToken cancellationToken)
    {
        if (!Find(service, area))
        {
            return NotFound();
        }

        var named = withoutName != "yes" && CanUseName;
        if (!named && !CanBeAnonymous)
        {
            return Page();
        }

        try
        {
            var id = await CreateAsync(named, draft ?? Draft, cancellationToken);
            return Redirect(HttpContext.InLanguage($"/apply/{id:D}/{definition.Service.Section<FormSection>()!.Pages[0].Id}"));
        }
        catch (RuleException rule)
        {
            Refusal = rule.In(t);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    private async Task<Guid> CreateAsync(bool named, Guid id, CancellationToken cancellationToken) =>
        named ? await BeginAsync(id, cancellationToken)
            : await drafts.CreateAsync(definition.Service, Actor.Anonymous(Channels.Web), applicant.WithoutName(), cancellationToken: cancellationToken);

    private async Task<Guid> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await drafts.CreateAsync(definition.Service, viewer.Actor(Channels.Web), new CaseAccess.Owner(viewer.PersonId), id, cancellationToken: cancellationToken);
        }
        catch (Exception error) when (error is DuplicateException or ActConflictException or KeyErasedException)
        {
            // Begun already, or erased since, or not this person's: the next page tells which.
            return id;
        }
    }

    private bool Find(string service, string? area)
    {
        var live = editions.Live(service, area);
        definition = live!;
        return live?.Service.Section<FormSection>() is not null && live.Service.Channels.Contains(Core.Packs.Channel.Online);
    }
}
