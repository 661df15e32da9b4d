using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Verifying;

public sealed class DerivedCodesTests
{
    private const int Tries = 10_000;
    private const int Clients = 8;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_thousand_codes_derived_from_one_get_one_and_the_same_answer(DatabaseKind kind)
    {
        await using var platform = await OnASocketAsync(kind, wrongPerMinute: 100_000);
        var code = await CodeAsync(platform);
        using var client = Client(platform);
        var derived = DerivedCodes.Of(code).Take(Tries).ToList();

        var answers = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(derived, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (typed, _) => answers.TryAdd(await AnswerAsync(client, typed), typed));

        Assert.Equal(Tries, derived.Count);
        var answer = Assert.Single(answers).Key;
        Assert.Equal(answer, await AnswerAsync(client, "no-such-code"));
        Assert.Equal(answer, await AnswerAsync(client, "ກຂຄ"));
        Assert.NotEqual(answer, await AnswerAsync(client, code));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Derived_codes_are_counted_and_then_even_the_genuine_one_has_to_wait(DatabaseKind kind)
    {
        await using var platform = await OnASocketAsync(kind, wrongPerMinute: 10);
        var code = await CodeAsync(platform);
        using var client = Client(platform);
        var statuses = new List<HttpStatusCode>();
        foreach (var typed in DerivedCodes.Of(code).Take(50))
        {
            using var response = await client.GetAsync(Path(typed));
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 10), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 40)], statuses);
        // Else a machine that was stopped could go on and see the one right code stand out.
        Assert.Equal(await AnswerAsync(client, DerivedCodes.Of(code).First()), await AnswerAsync(client, code));
    }

    private static Task<TestPlatform> OnASocketAsync(DatabaseKind kind, int wrongPerMinute) => TestPlatform.StartAsync(
        kind,
        "starter",
        builder => builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0)),
        $"--Modules:documents:WrongCodesPerMinute={wrongPerMinute}");

    private static HttpClient Client(TestPlatform platform) =>
        new(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(platform.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

    private static async Task<string> CodeAsync(TestPlatform platform) =>
        (await Issued.OpenAsync(platform, (await Issued.OneAsync(platform, deliver: false)).Document)).Content.Code;

    private static string Path(string typed) => $"/en/verify/{Uri.EscapeDataString(typed)}";

    // Status, headers and body, less the address that was asked for: the links to other languages repeat it.
    private static async Task<string> AnswerAsync(HttpClient client, string typed)
    {
        using var response = await client.GetAsync(Path(typed));
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        var body = (await response.Content.ReadAsStringAsync()).Replace(Path(typed)["/en".Length..], "/verify/", StringComparison.Ordinal);
        var whole = $"{response.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{body}";
        return $"{response.StatusCode} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))}";
    }
}
