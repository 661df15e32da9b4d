using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Platform.Load;

/// <summary>Signs in an official whom the console has just made: password, code of the authenticator app, a password of her own.</summary>
internal sealed partial class OfficialSession : IDisposable
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly CookieContainer cookies = new();
    private readonly HttpClient browser;
    private readonly Uri address;

    private OfficialSession(Uri address) => (this.address, browser) = (address, new(new Proxy(cookies)) { BaseAddress = address });

    /// <param name="printed">What <c>egov officials add</c> printed.</param>
    /// <param name="session">The file that gets the cookies.</param>
    public static async Task SignInAsync(Uri address, string name, string printed, string session)
    {
        using var official = new OfficialSession(address);
        var access = Access().Match(printed);
        await official.PostAsync("/en/sign-in", ("name", name), ("password", access.Groups[1].Value));
        await official.PostAsync("/en/sign-in/code", ("code", Code(access.Groups[2].Value)));
        await official.PostAsync("/en/sign-in/new-password", ("password", $"{Guid.CreateVersion7():N}"));
        using var desk = await official.browser.GetAsync("/en/desk");
        if (desk.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The desk was answered with {desk.StatusCode}.");
        }

        await File.WriteAllTextAsync(session, official.cookies.GetCookieHeader(Proxy.Outside(address)));
    }

    public void Dispose() => browser.Dispose();

    private async Task PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Match(await browser.GetStringAsync(path)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("_form", hidden), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await browser.PostAsync(path, form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{address}{path} was answered with {answer.StatusCode}.");
        }
    }

    // RFC 6238 with the secret in base 32.
    private static string Code(string secret)
    {
        var bits = string.Concat(secret.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps do.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("password (\\S+) and the authenticator secret ([A-Z2-7]+)")]
    private static partial Regex Access();

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
