using Microsoft.AspNetCore.Mvc;

namespace Platform.Modules.Documents.Pages.Documents.Verify;

/// <summary>The address that is printed on paper for ever; leads to the page in the reader's language.</summary>
public sealed class EntryModel : DocumentsPage
{
    public IActionResult OnGet(string? code) => To(code is null ? "/verify" : $"/verify/{Uri.EscapeDataString(code)}");
}
