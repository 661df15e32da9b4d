using System.Net;

namespace Platform.Load;

/// <summary>Speaks to the host as a proxy in front of it would that took the request by https: only then are its cookies given out.</summary>
internal sealed class Proxy(CookieContainer cookies) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public const string Scheme = "X-Forwarded-Proto";

    public static Uri Outside(Uri inside) => new UriBuilder(inside) { Scheme = Uri.UriSchemeHttps }.Uri;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var outside = Outside(request.RequestUri!);
        request.Headers.Add(Scheme, "https");
        request.Headers.TryAddWithoutValidation("Cookie", cookies.GetCookieHeader(outside));
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(outside, cookie);
        }

        return response;
    }
}
