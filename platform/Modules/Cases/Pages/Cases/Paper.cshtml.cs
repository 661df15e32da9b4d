using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Paper;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Pages.Cases;

/// <summary>
/// The form of a service on paper: every page and branch, each condition in words, and each question with the id that it has online, so that a clerk
/// can enter what somebody wrote.
/// </summary>
public sealed class PaperModel(ActivePack active, IStringLocalizer t) : PageModel
{
    private const int UsualRooms = 3;
    private const int UsualRows = 6;

    private FormSection form = null!;
    private ConditionWords conditions = null!;

    public ServiceDefinition Service { get; private set; } = null!;

    public string? Office => active.Current.Pack.Organizations.Find(Service.Organization) is { } body ? t.Pack(body.Name).Value : null;

    public IEnumerable<FormPage> Sheets => form.Pages.Where(p => p.Questions.Count > 0);

    public IActionResult OnGet(string id, string? area)
    {
        var pack = active.Current.Pack;
        if (pack.Services.Find(id, area is null ? null : pack.Areas.Find(area)) is not { } service || service.Section<FormSection>() is not { } found || service.PaperPath is null)
        {
            return NotFound();
        }

        (Service, form) = (service, found);
        conditions = new(t, form.Questions.Concat(form.Questions.SelectMany(q => q.Items)).Select(q => q.Question).DistinctBy(q => q.Id).ToDictionary(q => q.Id));
        return Page();
    }

    public string? Needed(FormPage page) => When(page?.Condition);

    internal string? Needed(Question question) => When(question.When);

    internal IReadOnlyList<PaperBox> Boxes(Question question, bool inCell = false) => inCell ? new PaperBoxes(t).InCell(question) : new PaperBoxes(t).Of(question);

    /// <summary>For how many items of a group there is room on the sheet.</summary>
    internal static int Rooms(GroupQuestion group) => Math.Min(group.Max, Math.Max(group.Min, group is TableQuestion ? UsualRows : UsualRooms));

    private string? When(PackScalar? condition) => conditions.Of(condition) is { } words ? t["Only if: {0}", words].Value : null;
}
