using System.Net;

namespace Platform.Testing;

/// <summary>A browser-like client with cookies of its own.</summary>
public sealed class TestClient : HttpClient
{
    internal TestClient(HttpMessageHandler handler, CookieContainer cookies)
        : base(new CookieHandler(handler, cookies))
    {
        Cookies = cookies;
        BaseAddress = new Uri("http://localhost");
    }

    public CookieContainer Cookies { get; }

    /// <summary>The value of a cookie, or null.</summary>
    public string? Cookie(string name) => Cookies.GetCookies(BaseAddress!)[name]?.Value;
}
