using System.Net;
using System.Text.RegularExpressions;
using Platform.Modules.Identity.TwoFactor;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed partial class RecoveryCodeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_of_the_ten_codes_lets_in_once_however_it_is_typed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var person = await platform.CitizenAsync();
        var codes = await EnrolAsync(platform, person);

        Assert.Equal(10, codes.Distinct().Count());
        foreach (var (code, i) in codes.Select((code, i) => (code, i)))
        {
            var typed = i % 2 == 0 ? code : code.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant();
            Assert.Equal("/en/account/start", await EnterAsync(platform, person, typed, i));
            Assert.Null(await EnterAsync(platform, person, code, 100 + i));
        }
    }

    [Fact]
    public async Task One_code_entered_in_two_browsers_at_one_moment_lets_one_in()
    {
        await using var platform = await TestPlatform.StartAsync();
        var person = await platform.CitizenAsync();
        var code = (await EnrolAsync(platform, person))[0];

        var led = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => EnterAsync(platform, person, code, i)));

        Assert.Single(led, to => to is not null);
    }

    private static async Task<IReadOnlyList<string>> EnrolAsync(TestPlatform platform, TestPerson person)
    {
        var client = await platform.ClientAsync(person);
        var key = (await client.GetStringAsync("/en/account/security/two-factor")).Split("id=\"totp-key\">")[1].Split('<')[0].Replace(" ", "", StringComparison.Ordinal);
        var done = await client.SendAsync("/en/account/security/two-factor", ("code", platform.CodeOf(person with { TotpKey = Base32.Decode(key) })));
        return [.. Code().Matches(await done.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value)];
    }

    // From a network of its own, so that no wait for an earlier try is in the way.
    private static async Task<string?> EnterAsync(TestPlatform platform, TestPerson person, string code, int network)
    {
        var client = platform.Client($"10.1.{network}.1");
        await client.SignInAsync(person.SignInName, person.Password);
        using var answer = await client.SendAsync("/en/sign-in/code", ("code", code));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Redirect });
        return answer.Headers.Location?.ToString();
    }

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Code();
}
