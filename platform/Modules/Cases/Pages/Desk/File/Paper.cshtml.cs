using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Form.Questions;
using Platform.Web.Components;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>An application came on paper: its scan and the day it came are kept, then it is typed in on the pages that everybody fills in.</summary>
public sealed class PaperModel(PersonStore people, CounterDrafts counter, PeopleNames names, IStringLocalizer t, TimeProvider clock) : FilingPage(people, names)
{
    // What is older lay in a drawer: that is for the archive to take in, not for a counter.
    private const int OldestDays = 366;

    public string? Service { get; private set; }

    public string Received { get; private set; } = "";

    public string BackPath => In($"/desk/file?person={For!.PersonId:D}");

    public IEnumerable<SelectListItem> Choices => [new("", ""), .. Services.Select(s => new SelectListItem(t.Pack(s.Title).Value, s.Id))];

    private IEnumerable<ServiceDefinition> Services => Through(Core.Packs.Channel.Counter, Core.Packs.Channel.Post);

    private DateOnly Today => LocalDay.Of(clock.Now(), Pack);

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        Received = Written(Today);
        return await FindAsync(person, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, [FromForm] string? service, IFormFile? scan, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        Service = service;
        var chosen = Services.FirstOrDefault(s => s.Id == service);
        var received = ReceivedOn();
        ModelState.Require("service", chosen is not null, t["Choose a service"]);
        ModelState.Require("service", chosen is null || IsSureEnough(chosen), t["For this service first confirm who the person is."]);
        ModelState.Require("received", received is not null, t["Enter a whole date"]);
        ModelState.Require("received", received is null || received <= Today, t["The day cannot be later than today"]);
        ModelState.Require("received", received is null || received >= Today.AddDays(-OldestDays), t["The day is more than a year ago; write the day on which the paper reached the office"]);
        ModelState.Require("scan", scan is { FileName.Length: > 0 }, t["Choose the file with the scanned paper"]);
        return ModelState.IsValid && await BeginAsync(chosen!, received!.Value, scan!, cancellationToken) is { } draft ? Redirect(FirstPageOf(draft, chosen!)) : Page();
    }

    private async Task<Guid?> BeginAsync(ServiceDefinition service, DateOnly received, IFormFile scan, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = scan.OpenReadStream();
            return await counter.BeginAsync(service, Viewer.Actor(Channels.Paper, For!.PersonId), received, scan.FileName, content, cancellationToken);
        }
        catch (FileRefusedException refused)
        {
            ModelState.Require("scan", false, FileQuestion.Why(refused.Refusal, CounterDrafts.Scans, t));
            return null;
        }
    }

    private DateOnly? ReceivedOn() => DateInput.TryRead(Request.Form, "received", out var date) && date is { Day: not null } whole ? whole.Earliest : null;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
