using Microsoft.AspNetCore.Http;

namespace Platform.Modules.Identity.Sessions;

/// <summary>Where signing in happens; paths within a language.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string With = "/sign-in/with";
    public const string Start = "/account/start";
    public const string Security = "/account/security";
    public const string Code = "/sign-in/code";
    public const string NewPassword = "/sign-in/new-password";
    public const string TwoFactor = "/account/security/two-factor";

    /// <summary>The page of a session's next step.</summary>
    public static string Next(string? step) => step switch
    {
        SessionSteps.Code => Code,
        SessionSteps.NewPassword => NewPassword,
        _ => SignIn,
    };

    /// <summary>The query that leads back to a page somebody asked for; nothing after a form was sent, which cannot be repeated.</summary>
    public static string Return(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? QueryString.Create("return", request.Path + request.QueryString).ToString() : "";

    /// <summary>A path on this host, or null: never another host's, in any of the spellings that browsers take for one.</summary>
    public static string? Local(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(c => char.IsControl(c) || c == '\\') ? path : null;
}
