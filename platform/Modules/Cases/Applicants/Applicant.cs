using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;
using Platform.Core.People;

namespace Platform.Modules.Cases.Applicants;

/// <summary>
/// Whose cases this request may open: those of the person signed in, and those begun without a name in this browser. The latter hang on a
/// secret of 128 bits that only the browser's cookie holds; the database keeps its hash.
/// </summary>
public sealed class Applicant(IHttpContextAccessor http, Viewer viewer, IHostEnvironment environment)
{
    private const int SecretBytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public CaseAccess.Owner Access => new(viewer.PersonId, Secret is { } secret ? SHA256.HashData(secret) : null);

    /// <summary>The same, and for a clerk the applications that she fills in or corrects with the person before her.</summary>
    public CaseAccess.Owner Filling => Access with { Counter = viewer.May(CasesPermissions.File) ? CaseAccess.Official.Of(viewer, CasesPermissions.File) : null };

    public bool IsSignedIn => viewer.PersonId is not null;

    /// <summary>Who acts: nobody by name where the case has none, even if somebody is signed in; at the counter the clerk, for the person before her.</summary>
    public Actor Actor(string channel, CaseRow? of = null) => of switch
    {
        { ApplicantId: null } => Core.People.Actor.Anonymous(channel),
        { ApplicantId: { } person } when person != viewer.PersonId => viewer.Actor(Channels.Counter, person),
        _ => viewer.Actor(channel),
    };

    /// <summary>This person is the clerk who filed the case for somebody else.</summary>
    public async Task<bool> FiledAtCounterAsync(CaseStore cases, Guid caseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return viewer.PersonId is { } me && await cases.FindAsync(caseId, new CaseAccess.Clerk(me), cancellationToken) is { } found && found.ApplicantId != me;
    }

    /// <summary>The owner of a new case without a name; the browser gets a secret where it has none.</summary>
    public CaseAccess.Owner WithoutName()
    {
        var secret = Secret ?? RandomNumberGenerator.GetBytes(SecretBytes);
        http.HttpContext!.Response.Cookies.Append(CookieName, WebEncoders.Base64UrlEncode(secret), new CookieOptions
        {
            HttpOnly = true,
            Secure = !environment.IsDevelopment(),
            SameSite = SameSiteMode.Lax,
            MaxAge = Kept,
            Path = "/",
            IsEssential = true,
        });
        return new(null, SHA256.HashData(secret));
    }

    private string CookieName => environment.IsDevelopment() ? "case" : "__Host-case";

    private byte[]? Secret => http.HttpContext?.Request.Cookies[CookieName] is { Length: > 0 and < 100 } text && Decoded(text) is { Length: SecretBytes } secret ? secret : null;

    private static byte[] Decoded(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
