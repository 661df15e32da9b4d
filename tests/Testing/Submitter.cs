using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Platform.Testing;

/// <summary>A person on a bad line who sends one note after another and writes down what was acknowledged. Sends again until an answer comes.</summary>
/// <param name="configure">How a portal is reached that is not simply at its address.</param>
public sealed partial class Submitter(Uri address, Action<SocketsHttpHandler>? configure = null)
{
    private int acknowledged;

    /// <summary>Case and the reference that the confirmation page showed.</summary>
    public List<(Guid Case, string Reference)> Ledger { get; } = [];

    /// <summary>How many so far; may be read while the ledger grows.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>What went otherwise than it goes on a good line.</summary>
    public ConcurrentQueue<string> Failures { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        configure?.Invoke(handler);
        using var client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        while (!stop.IsCancellationRequested)
        {
            var form = new FormClient(client);
            var check = await InsistAsync(() => PrepareAsync(form));
            Ledger.Add(await InsistAsync(() => SendAsync(form, check)));
            Interlocked.Increment(ref acknowledged);
        }
    }

    private static async Task<string> PrepareAsync(FormClient form)
    {
        await form.GetAsync("/en/apply/note");
        await form.PostAsync(("without-name", "yes"));
        await form.PostAsync(("note", "The lamp in our street is broken."));
        return form.At.EndsWith("/check", StringComparison.Ordinal) ? form.At : throw new HttpRequestException($"At {form.At} instead of the answers: {Said(form)}");
    }

    // The page is fetched anew: a draft that was sent before the line broke leads to its confirmation.
    private static async Task<(Guid, string)> SendAsync(FormClient form, string check)
    {
        var sent = check.Replace("/check", "/sent", StringComparison.Ordinal);
        if (await form.GetAsync(check) == HttpStatusCode.OK && form.Html.Contains("name=\"version\"", StringComparison.Ordinal))
        {
            await form.PostAsync();
        }
        else
        {
            await form.GetAsync(sent);
        }

        var reference = Reference().Match(form.Html);
        return form.At == sent && reference.Success
            ? (Guid.Parse(check.Split('/')[^2]), reference.Groups[1].Value.Replace("-", "", StringComparison.Ordinal))
            : throw new HttpRequestException($"No confirmation at {form.At}: {Said(form)}");
    }

    private async Task<T> InsistAsync<T>(Func<Task<T>> attempt)
    {
        while (true)
        {
            try
            {
                return await attempt();
            }
            // A connection that dies between being made and being asked for its other end shows as the bare socket's error.
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or SocketException)
            {
                Failures.Enqueue(error.Message);
                await Task.Delay(50);
            }
        }
    }

    private static string Said(FormClient form) => Heading().Match(form.Html).Groups[1].Value.Trim();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<strong>([0-9A-Z-]{10,14})</strong>")]
    private static partial Regex Reference();
}
