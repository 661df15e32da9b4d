using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Modules.Cases.Applicants;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.My;

/// <summary>Where somebody who applied without a name comes back to read the answer.</summary>
public sealed class CodeModel(CaseStore cases, Applicant applicant, IStringLocalizer t) : PageModel
{
    public string Code { get; private set; } = "";

    public string? Mistake { get; private set; }

    public IReadOnlyList<FieldError> Errors => Mistake is null ? [] : [new("code", Mistake)];

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken cancellationToken)
    {
        Code = code ?? "";
        if (Applicant.Holder(Code) is { } holder && await cases.ListAsync(holder, 1, null, cancellationToken) is { Count: > 0 })
        {
            applicant.Open(Code);
            return Redirect(HttpContext.InLanguage("/my/cases"));
        }

        Mistake = t["No application has this code: check that no character is missing or mistyped"];
        return Page();
    }
}
