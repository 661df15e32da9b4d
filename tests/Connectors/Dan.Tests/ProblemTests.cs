using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Connectors.Dan.Tests;

/// <summary>Whatever goes wrong, somebody is told what to do, nobody is signed in, and nothing of a person is written down.</summary>
public sealed class ProblemTests
{
    private const string Number = "УБ94051712";

    [Fact]
    public async Task Who_does_not_allow_it_is_told_so_and_keeps_the_way()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);
        dan.Declines = true;

        var onward = await browser.SignInAsync("?return=/mn/account/details");

        Assert.Equal("/mn/sign-in?provider=dan&problem=declined&return=%2Fmn%2Faccount%2Fdetails", onward);
        Assert.Contains("You did not allow DAN", await browser.ReadAsync(onward.Replace("/mn/", "/en/", StringComparison.Ordinal)), StringComparison.Ordinal);
        await NobodyAsync(platform, browser);
        Assert.Equal(0, dan.Exchanges);
    }

    [Fact]
    public async Task A_state_that_is_another_or_of_another_browser_or_used_or_old_exchanges_nothing()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);
        using var thief = new Browser(platform);
        var answer = await browser.LeaveAsync();

        Assert.Equal(Stale, await browser.ReturnAsync(answer[..answer.IndexOf("&state", StringComparison.Ordinal)]));
        Assert.Equal(Stale, await browser.ReturnAsync(answer + "x"));
        Assert.Equal(Stale, await thief.ReturnAsync(answer));
        Assert.Equal(0, dan.Exchanges);

        // Somebody who copied the cookie as well comes second.
        var stolen = browser.Portal.Cookies.GetAllCookies().Select(c => new Cookie(c.Name, c.Value, "/", c.Domain)).ToList();
        Assert.Equal("/mn/account/start", await browser.ReturnAsync(answer));
        stolen.ForEach(thief.Portal.Cookies.Add);
        Assert.Equal(Stale, await thief.ReturnAsync(answer));
        Assert.Equal(Stale, await browser.ReturnAsync(answer));
        Assert.Equal(1, dan.Exchanges);

        var late = await thief.LeaveAsync();
        platform.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Stale, await thief.ReturnAsync(late));
        Assert.Equal(1, dan.Exchanges);
    }

    [Fact]
    public async Task A_code_that_DAN_no_longer_takes_is_asked_for_again()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);
        var answer = await browser.LeaveAsync();

        var onward = await browser.ReturnAsync(answer.Replace("code=", "code=0", StringComparison.Ordinal));

        Assert.Equal("/mn/sign-in?provider=dan&problem=expired", onward);
        await NobodyAsync(platform, browser);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_stops_only_what_cannot_do_without_it()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);

        dan.Answers["WS100101_getCitizenIDCardInfo"]["resultCode"] = 1;
        Assert.Equal("/mn/sign-in?provider=dan&problem=missing", await browser.SignInAsync());
        var card = dan.Answers["WS100101_getCitizenIDCardInfo"];
        dan.Answers.Remove("WS100101_getCitizenIDCardInfo");
        Assert.Equal("/mn/sign-in?provider=dan&problem=missing", await browser.SignInAsync());
        await NobodyAsync(platform, browser);

        card["resultCode"] = 0;
        dan.Answers["WS100101_getCitizenIDCardInfo"] = card;
        dan.Answers["WS100103_getCitizenAddressInfo"]["resultCode"] = 1;
        Assert.Equal("/mn/account/start", await browser.SignInAsync());
        var people = platform.Services.GetRequiredService<PersonStore>();
        var person = await people.FindAsync((await people.OwnerOfAsync(Number))!.Value);
        Assert.Equal(new PersonAddress("1119", "71-р хороо, 5-12"), person!.Details!.Address);
    }

    [Fact]
    public async Task What_is_slow_down_or_nonsense_is_told_apart_and_signs_nobody_in()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings(timeoutSeconds: 1));
        using var browser = new Browser(platform);
        (Func<HttpContext, Task> Instead, string Problem)[] ways =
        [
            (c => Task.Delay(TimeSpan.FromSeconds(3), c.RequestAborted), "unreachable"),
            (c => Say(c, 500, "{}"), "unreachable"),
            (c => Say(c, 503, "<html>"), "unreachable"),
            (c => { c.Abort(); return Task.CompletedTask; }, "unreachable"),
            (c => Say(c, 200, new string('x', 5 << 20)), "unreachable"),
            (c => Say(c, 200, "<html>Сараа УБ94051712</html>"), "unusable"),
            (c => Say(c, 200, "{\"access_token\": 5}"), "unusable"),
            (c => Say(c, 200, "null"), "unusable"),
            (c => Say(c, 401, "{\"error\":\"invalid_client\"}"), "unusable"),
        ];

        foreach (var (instead, problem) in ways)
        {
            (dan.AtToken, dan.AtService) = (instead, null);
            Assert.Equal($"/mn/sign-in?provider=dan&problem={problem}", await browser.SignInAsync());
            (dan.AtToken, dan.AtService) = (null, instead);
            Assert.Equal($"/mn/sign-in?provider=dan&problem={problem}", await browser.SignInAsync());
        }

        (dan.AtToken, dan.AtService) = (null, c => Say(c, 200, "[null, 3, [], {\"services\": null}, {\"services\": {\"WS100101_getCitizenIDCardInfo\": []}}]"));
        Assert.Equal("/mn/sign-in?provider=dan&problem=missing", await browser.SignInAsync());
        await NobodyAsync(platform, browser);
    }

    [Theory]
    [InlineData("94051712")]
    [InlineData("УБ94991712")]
    [InlineData("")]
    public async Task A_number_that_is_none_here_is_nobodys(string number)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);
        dan.Answers["WS100101_getCitizenIDCardInfo"]["response"]!["regnum"] = number;

        Assert.Equal("/mn/sign-in?provider=dan&problem=unusable", await browser.SignInAsync());
        await NobodyAsync(platform, browser);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_led_to_another_host(string address)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await StartAsync(dan);
        using var browser = new Browser(platform);

        Assert.Equal("/mn/account/start", await browser.SignInAsync($"?return={Uri.EscapeDataString(address)}"));
    }

    [Fact]
    public async Task Nothing_that_a_registry_said_is_in_a_log()
    {
        await using var dan = await FakeDan.StartAsync();
        var lines = new Lines();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", configure: b => b.Logging.AddProvider(lines).SetMinimumLevel(LogLevel.Trace), args: dan.Settings());
        using var browser = new Browser(platform);
        await browser.SignInAsync();
        dan.Answers["WS100103_getCitizenAddressInfo"]["resultCode"] = 1;
        await browser.SignInAsync();
        dan.AtService = c => Say(c, 200, "Сараа УБ94051712");
        await browser.SignInAsync();

        var log = lines.All;
        Assert.Contains("DAN has no answer to WS100103_getCitizenAddressInfo: result 1", log, StringComparison.Ordinal);
        Assert.Contains("DAN failed at the profile: status 200, no JSON", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Сараа", log, StringComparison.Ordinal);
        Assert.DoesNotContain("94051712", log, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeDan.Secret, log, StringComparison.Ordinal);
    }

    private const string Stale = "/mn/sign-in?provider=dan&problem=stale";

    private static Task<TestPlatform> StartAsync(FakeDan dan) => TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());

    private static async Task Say(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    private static async Task NobodyAsync(TestPlatform platform, Browser browser)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Portal.GetAsync("/mn/account")).StatusCode);
        Assert.Null(await platform.Services.GetRequiredService<PersonStore>().OwnerOfAsync(Number));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly StringBuilder text = new();

        public string All
        {
            get
            {
                lock (text)
                {
                    return text.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (text)
            {
                text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
            }
        }

        public void Dispose()
        {
        }
    }
}
