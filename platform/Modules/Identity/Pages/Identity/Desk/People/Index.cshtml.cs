using Microsoft.AspNetCore.Mvc;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>Looks people up. By POST, so that what was looked for stands in no address and no log.</summary>
internal sealed class IndexModel(PersonStore people, ActivePack pack) : IdentityPage
{
    public PersonSearch Search { get; private set; } = new();

    public IReadOnlyList<Person>? Found { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? id, [FromForm] string? phone)
    {
        Search = new PersonSearch(name, id, phone is null ? null : pack.Current.Pack.Phone?.Normalize(phone) ?? phone);
        if (Search.IsEmpty)
        {
            return Again(nameof(name), T["Enter a name, a number or a telephone number to look for"]);
        }

        var act = Begin();
        Found = await people.SearchAsync(act, Search, HttpContext.RequestAborted);
        await act.CommitAsync();
        return Page();
    }

    public string NameOf(Person person) =>
        person.Details is { } details && pack.Current.Pack.Names.Show(details.Name) is { Length: > 0 } name ? name : T["Name not given"];
}
