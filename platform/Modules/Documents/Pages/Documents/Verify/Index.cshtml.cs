using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Modules.Documents.Verifying;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Pages.Documents.Verify;

/// <summary>
/// Tells anybody, without an account, whether a document is genuine. Every wrong code gets the same answer. Asking changes nothing of the visitor's,
/// so the form needs no token and leaves no cookie.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(Verification verification, WrongCodes wrong, IStringLocalizer t) : DocumentsPage
{
    public Verified? Answer { get; private set; }

    public string? Mistake { get; private set; }

    /// <summary>What was typed, where it can be typed on; never a code from the address.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<FieldError> Errors => Mistake is null ? [] : [new("text", Mistake)];

    public Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken) =>
        code is null ? Task.FromResult<IActionResult>(Page()) : CheckAsync(() => verification.ByCodeAsync(code, HttpContext.Language().Tag, cancellationToken));

    public Task<IActionResult> OnPostAsync([FromForm] string? text, CancellationToken cancellationToken)
    {
        Text = text?.Trim() ?? "";
        if (Text.Length == 0)
        {
            Mistake = t["Write the code, or paste the signed text"];
            return Task.FromResult<IActionResult>(Page());
        }

        // A signed text has two dots; no code has one.
        return Text.Contains('.', StringComparison.Ordinal)
            ? CheckAsync(() => verification.BySignatureAsync(string.Concat(Text.Where(c => !char.IsWhiteSpace(c))), HttpContext.Language().Tag, cancellationToken))
            : CheckAsync(() => verification.ByCodeAsync(Text, HttpContext.Language().Tag, cancellationToken));
    }

    private async Task<IActionResult> CheckAsync(Func<Task<Verified?>> check)
    {
        var address = HttpContext.Connection.RemoteIpAddress;
        if (!wrong.MayTry(address))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Mistake = t["Too many wrong codes came from your network. Wait a minute, then try again."];
            return Page();
        }

        Answer = await check();
        if (Answer is null)
        {
            wrong.Count(address);
            Mistake = t["No document has this code or signature. A code has 26 letters and figures: check that none is missing or mistyped. If it is right, the paper is not genuine or was altered."];
        }

        return Page();
    }
}
