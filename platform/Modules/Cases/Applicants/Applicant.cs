using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Keys;
using Platform.Core.People;
using Platform.Web.Security;

namespace Platform.Modules.Cases.Applicants;

/// <summary>
/// Whose cases this request may open: those of the person signed in, and those begun without a name in this browser. The latter hang on a
/// secret of 128 bits; the database keeps its hash. The browser's cookie holds it until the browser is closed, and only for whoever was signed in
/// (or nobody) when it was given: the next person at a shared computer does not see it. Its owner keeps it as a code, on paper.
/// </summary>
public sealed class Applicant(IHttpContextAccessor http, Viewer viewer, SiteCookies cookies)
{
    private const int SecretBytes = 16;
    private const int CodeGroup = 5;
    private const int LongestTyped = 100;

    public CaseAccess.Owner Access => new(viewer.PersonId, Secret is { } secret ? SHA256.HashData(secret) : null);

    /// <summary>The same, and for a clerk the applications that she fills in or corrects with the person before her.</summary>
    public CaseAccess.Owner Filling => Access with { Counter = viewer.May(CasesPermissions.File) ? CaseAccess.Official.Of(viewer, CasesPermissions.File) : null };

    public bool IsSignedIn => viewer.PersonId is not null;

    /// <summary>Who acts: nobody by name where the case has none, even if somebody is signed in; at the counter the clerk, for the person before her.</summary>
    public Actor Actor(string channel, CaseRow? of = null) => of switch
    {
        { ApplicantId: null } => Core.People.Actor.Anonymous(channel),
        { ApplicantId: { } person } when person != viewer.PersonId => viewer.Actor(of is { IsDraft: true, ScanId: not null } ? Channels.Paper : Channels.Counter, person),
        _ => viewer.Actor(channel),
    };

    /// <summary>This person is the clerk who filed the case for somebody else.</summary>
    public async Task<bool> FiledAtCounterAsync(CaseStore cases, Guid caseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return viewer.PersonId is { } me && await cases.FindAsync(caseId, new CaseAccess.Clerk(me), cancellationToken) is { } found && found.ApplicantId != me;
    }

    /// <summary>The owner of a new case without a name; the browser gets a secret where it has none.</summary>
    public CaseAccess.Owner WithoutName() => Hold(Secret ?? RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The secret of this browser as its owner writes it down; null where there is none.</summary>
    public string? Code => Secret is { } secret ? string.Join('-', Crockford.Encode(secret).Chunk(CodeGroup).Select(group => new string(group))) : null;

    /// <summary>Whoever holds this code; null where it cannot be one.</summary>
    public static CaseAccess.Owner? Holder(string? typed) => Read(typed) is { } secret ? new(null, SHA256.HashData(secret)) : null;

    /// <summary>Opens the cases of a code in this browser.</summary>
    public void Open(string code) => Hold(Read(code)!);

    /// <summary>This browser no longer opens cases without a name.</summary>
    public void Forget() => http.HttpContext!.Response.Cookies.Delete(Cookie().Name!, Cookie().Build(http.HttpContext));

    private CaseAccess.Owner Hold(byte[] secret)
    {
        http.HttpContext!.Response.Cookies.Append(Cookie().Name!, $"{WebEncoders.Base64UrlEncode(secret)}.{Bond(secret)}", Cookie().Build(http.HttpContext));
        return new(null, SHA256.HashData(secret));
    }

    private static byte[]? Read(string? typed) => typed?.Length <= LongestTyped && Crockford.Decode(typed) is { Length: SecretBytes } secret ? secret : null;

    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder { IsEssential = true };
        cookies.Configure(cookie, "case");
        return cookie;
    }

    private byte[]? Secret => http.HttpContext?.Request.Cookies[Cookie().Name!] is { Length: < LongestTyped } text
        && text.Split('.') is [var held, var bond] && Decoded(held) is { Length: SecretBytes } secret && bond == Bond(secret) ? secret : null;

    // Says for whom without naming anybody.
    private string Bond(byte[] secret) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{viewer.PersonId}")));

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
