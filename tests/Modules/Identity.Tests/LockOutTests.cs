using System.Net;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed partial class LockOutTests
{
    private const string Attacker = "203.0.113.7";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_thousand_failures_of_a_stranger_do_not_stop_the_owner(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var owner = await platform.CitizenAsync();
        var device = platform.Client(Attacker);
        await device.SignInAsync(owner.SignInName, owner.Password);

        var stranger = platform.Client(Attacker);
        HttpStatusCode last = default;
        for (var i = 0; i < 1000; i++)
        {
            last = (await stranger.SignInAsync(owner.SignInName, $"guess {i} of many")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync(owner.SignInName, owner.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await platform.Client("198.51.100.1").SignInAsync(owner.SignInName, owner.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await device.SignInAsync(owner.SignInName, owner.Password)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Waiting_grows_with_every_try_and_ends(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var owner = await platform.CitizenAsync();
        var client = platform.Client();
        for (var i = 0; i < 6; i++)
        {
            platform.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync(owner.SignInName, "not the password")).StatusCode);
        }

        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.SignInAsync(owner.SignInName, owner.Password)).StatusCode);
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SignInAsync(owner.SignInName, owner.Password)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_bytes_also_when_throttled()
    {
        await using var platform = await TestPlatform.StartAsync();
        var owner = await platform.CitizenAsync(name: "knownname1");

        var (known, unknown) = (await AnswersAsync(platform.Client(), "knownname1"), await AnswersAsync(platform.Client("198.51.100.1"), "nobodyname"));

        Assert.Equal(known.Select(a => a.Replace("knownname1", "", StringComparison.Ordinal)), unknown.Select(a => a.Replace("nobodyname", "", StringComparison.Ordinal)));
        Assert.Contains(known, a => a.Contains("Too many attempts", StringComparison.Ordinal));
        Assert.NotNull(owner);
    }

    [Fact]
    public async Task Many_at_once_are_no_way_around_the_wait()
    {
        await using var platform = await TestPlatform.StartAsync();
        var owner = await platform.CitizenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => platform.Client().SignInAsync(owner.SignInName, "not the password")));

        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.OK), 1, 6);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Codes_guessed_from_many_networks_count_together_and_a_known_device_passes_by(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var official = await platform.OfficialAsync("clerk", "moha");
        var device = platform.Client();
        await device.SignInAsync(official.SignInName, official.Password);
        await device.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(official)));

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            var stranger = platform.Client($"203.0.{i}.1");
            await stranger.SignInAsync(official.SignInName, official.Password);
            answers.Add((await stranger.SendAsync("/en/sign-in/code", ("code", "000000"))).StatusCode);
        }

        Assert.InRange(answers.Count(a => a == HttpStatusCode.OK), 1, 6);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        platform.Clock.Advance(TimeSpan.FromSeconds(30));
        await device.SignInAsync(official.SignInName, official.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await device.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(official)))).StatusCode);
    }

    [Fact]
    public async Task Whoever_signs_in_rightly_never_waits_however_often()
    {
        await using var platform = await TestPlatform.StartAsync();
        var official = await platform.OfficialAsync("clerk", "moha");

        for (var i = 0; i < 20; i++)
        {
            platform.Clock.Advance(TimeSpan.FromSeconds(30));
            using var browser = platform.Client();
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(official.SignInName, official.Password)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(official)))).StatusCode);
        }
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(TestClient client, string name)
    {
        var answers = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            var answer = await client.SignInAsync(name, "not the password");
            answers.Add($"{answer.StatusCode} {Token().Replace(await answer.Content.ReadAsStringAsync(), "")}");
        }

        return answers;
    }

    [GeneratedRegex("name=\"_form\"[^>]*>")]
    private static partial Regex Token();
}
