using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Platform.Load;

/// <summary>
/// One signed-up person with many connections who fills in drafts of the service <c>note</c> and then sends them.
/// Only the sending is timed, as the reference knows no drafting.
/// </summary>
internal sealed partial class Submitter(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <returns>Submissions a second and the 99th percentile of their time in milliseconds, divided by a tab.</returns>
    public static async Task<string> RunAsync(Uri address, string session, int clients, int count)
    {
        using var submitter = new Submitter(address);
        submitter.Resume(await File.ReadAllLinesAsync(session));
        var drafts = await InParallelAsync(clients, Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()), submitter.DraftAsync);
        var clock = Stopwatch.StartNew();
        var times = await InParallelAsync(clients, drafts, submitter.SubmitAsync);
        var rate = count / clock.Elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{rate:F1}\t{times.Order().ElementAt(count * 99 / 100).TotalMilliseconds:F1}");
    }

    /// <summary>Signs up and sends one case. Writes three lines: the cookies, the antiforgery token, the reference.</summary>
    public static async Task SignUpAsync(Uri address, string session)
    {
        using var submitter = new Submitter(address);
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new Proxy(cookies)) { BaseAddress = address };
        var hidden = Hidden().Match(await browser.GetStringAsync("/en/sign-up"));
        using var form = new FormUrlEncodedContent([new("_form", hidden.Groups[1].Value), new("name", $"load{Guid.CreateVersion7():N}"), new("password", $"{Guid.CreateVersion7():N}")]);
        using var signedUp = await browser.PostAsync("/en/sign-up", form);
        var answer = (await browser.GetFromJsonAsync<Session>("/api/v1/identity/session"))!;
        if (answer.PersonId is null)
        {
            throw new InvalidOperationException($"Signing up was answered with {signedUp.StatusCode}.");
        }

        var lines = new[] { cookies.GetCookieHeader(Proxy.Outside(address)), answer.CsrfToken! };
        submitter.Resume(lines);
        var id = await submitter.DraftAsync(Guid.CreateVersion7());
        await submitter.SubmitAsync(id);
        var sent = (await submitter.client.GetFromJsonAsync<Sent>($"/api/v1/cases/{id}"))!;
        await File.WriteAllLinesAsync(session, [.. lines, sent.Reference!]);
    }

    public void Dispose() => client.Dispose();

    private void Resume(string[] session)
    {
        client.DefaultRequestHeaders.Add(Proxy.Scheme, "https");
        client.DefaultRequestHeaders.Add("Cookie", session[0]);
        client.DefaultRequestHeaders.Add("X-Antiforgery", session[1]);
    }

    private async Task<Guid> DraftAsync(Guid key)
    {
        using var create = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = JsonContent.Create(new { service = "note" }) };
        create.Headers.Add("Idempotency-Key", key.ToString());
        await AcceptedAsync(await client.SendAsync(create));
        await AcceptedAsync(await client.PutAsJsonAsync($"/api/v1/cases/{key}/pages/note", new { note = "The lamp in our street is broken." }));
        return key;
    }

    private async Task<TimeSpan> SubmitAsync(Guid id)
    {
        var clock = Stopwatch.StartNew();
        await AcceptedAsync(await client.PostAsync($"/api/v1/cases/{id}/submit", null));
        return clock.Elapsed;
    }

    private static async Task AcceptedAsync(HttpResponseMessage response)
    {
        using (response)
        {
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{response.RequestMessage!.RequestUri}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static async Task<List<TResult>> InParallelAsync<T, TResult>(int clients, IEnumerable<T> items, Func<T, Task<TResult>> work)
    {
        var results = new System.Collections.Concurrent.ConcurrentBag<TResult>();
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (item, _) => results.Add(await work(item)));
        return [.. results];
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    private sealed record Session(Guid? PersonId, string? CsrfToken);

    private sealed record Sent(string? Reference);
}
