using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>Finds cases by reference and by the answers that a service made searchable. By POST, so that a name stands in no address and no log.</summary>
public sealed class SearchModel(DeskStore desk, DeskTable table, CaseStore cases) : DeskPage
{
    public string Find { get; private set; } = "";

    public IReadOnlyList<DeskLine>? Lines { get; private set; }

    /// <summary>Who finds more must say more.</summary>
    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] string? find, CancellationToken cancellationToken)
    {
        Find = find?.Trim() ?? "";
        if (CaseReference.Parse(Find) is { } reference && await cases.FindAsync(reference, Access, cancellationToken) is not null)
        {
            return Redirect(In($"/desk/cases/{reference}"));
        }

        var found = Find.Length == 0 ? [] : await desk.SearchAsync(Access, Find, cancellationToken);
        HasMore = found.Count > DeskStore.SearchLimit;
        Lines = await table.OfAsync([.. found.Take(DeskStore.SearchLimit)], Language, cancellationToken);
        return Page();
    }
}
