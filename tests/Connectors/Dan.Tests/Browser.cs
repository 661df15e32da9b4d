using System.Net;
using Platform.Testing;

namespace Platform.Connectors.Dan.Tests;

/// <summary>A browser between the portal and DAN: follows each redirect by hand, as far as a test wants.</summary>
internal sealed class Browser(TestPlatform platform) : IDisposable
{
    private readonly HttpClient outside = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public TestClient Portal { get; } = platform.Client();

    /// <summary>Leaves for DAN, signs in there, and is sent back.</summary>
    /// <returns>The path of the portal that it is sent back to, not yet followed.</returns>
    public async Task<string> LeaveAsync(string query = "")
    {
        var away = await Portal.GetAsync($"/mn/sign-in/with/dan{query}");
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        return await FollowAsync(away.Headers.Location!);
    }

    /// <summary>Opens an address of DAN that the portal gave.</summary>
    public async Task<string> FollowAsync(Uri address)
    {
        var back = await outside.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!.PathAndQuery;
    }

    /// <returns>Where the portal leads after it was given the answer.</returns>
    public async Task<string> ReturnAsync(string path)
    {
        var answer = await Portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public async Task<string> SignInAsync(string query = "") => await ReturnAsync(await LeaveAsync(query));

    /// <summary>What a person reads at an address.</summary>
    public async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await Portal.GetStringAsync(path));

    public void Dispose()
    {
        outside.Dispose();
        Portal.Dispose();
    }
}
