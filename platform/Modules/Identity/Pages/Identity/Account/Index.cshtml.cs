using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class IndexModel(PersonStore people) : IdentityPage
{
    public Person Person { get; private set; } = null!;

    public async Task OnGetAsync() => Person = (await people.FindAsync(Me))!;
}
