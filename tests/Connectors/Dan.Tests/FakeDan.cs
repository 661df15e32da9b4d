using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Platform.Connectors.Dan.Tests;

/// <summary>A server on a socket of its own that behaves as DAN does, and misbehaves where a test says so.</summary>
internal sealed class FakeDan : IAsyncDisposable
{
    public const string ClientId = "portal-1";
    public const string Secret = "not a secret of anybody";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> codes = new();
    private readonly ConcurrentDictionary<string, string> tokens = new();

    private FakeDan()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/oauth2/authorize", Authorize);
        app.MapPost("/oauth2/token", TokenAsync);
        app.MapGet("/oauth2/api/v1/service", ServiceAsync);
    }

    public string Root => app.Urls.First();

    /// <summary>The answers by call; what a test takes out is missing.</summary>
    public Dictionary<string, JsonObject> Answers { get; } = new()
    {
        ["WS100101_getCitizenIDCardInfo"] = Answer(0, new JsonObject
        {
            ["regnum"] = "уб94051712",
            ["surname"] = "Боржигон",
            ["lastname"] = "Бат",
            ["firstname"] = "Сараа",
            ["aimagCityCode"] = "11",
            ["soumDistrictCode"] = "19",
            ["passportAddress"] = "71-р хороо, 5-12",
            ["image"] = new string('A', 200_000),
        }),
        ["WS100103_getCitizenAddressInfo"] = Answer(0, new JsonObject { ["aimagCityCode"] = "21", ["soumDistrictCode"] = "01", ["bagKhorooCode"] = "71", ["fullAddress"] = "2-р баг, 14" }),
    };

    /// <summary>What stands in the way of the second or third call; null: nothing.</summary>
    public Func<HttpContext, Task>? AtToken { get; set; }

    public Func<HttpContext, Task>? AtService { get; set; }

    public bool Declines { get; set; }

    /// <summary>Calls that came for a token.</summary>
    public int Exchanges { get; private set; }

    /// <summary>What the last browser was sent with.</summary>
    public IQueryCollection Asked { get; private set; } = new QueryCollection();

    public string ScopeAsked => Encoding.UTF8.GetString(Convert.FromBase64String(Asked["scope"].ToString()));

    public static async Task<FakeDan> StartAsync()
    {
        var dan = new FakeDan();
        await dan.app.StartAsync();
        return dan;
    }

    public static JsonObject Answer(int code, JsonObject? response) =>
        new() { ["requestId"] = Guid.CreateVersion7().ToString(), ["resultCode"] = code, ["resultMessage"] = code == 0 ? "амжилттай" : "Сараа олдсонгүй", ["response"] = response };

    /// <summary>The host's settings that lead here.</summary>
    public string[] Settings(int timeoutSeconds = 10) =>
    [
        $"--Modules:dan:ClientId={ClientId}", $"--Modules:dan:ClientSecret={Secret}", $"--Modules:dan:Authorize={Root}/oauth2/authorize", $"--Modules:dan:Token={Root}/oauth2/token",
        $"--Modules:dan:Profile={Root}/oauth2/api/v1/service", $"--Modules:dan:SignOut={Root}/logout", $"--Modules:dan:TimeoutSeconds={timeoutSeconds}",
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        Asked = context.Request.Query;
        var back = Asked["redirect_uri"].ToString();
        if (Asked["client_id"] != ClientId || Asked["response_type"] != "code")
        {
            return Results.BadRequest();
        }

        var code = Guid.CreateVersion7().ToString("N");
        codes[code] = back;
        return Results.Redirect(QueryHelpers.AddQueryString(back, Declines
            ? new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = Asked["state"] }
            : new Dictionary<string, string?> { ["code"] = code, ["state"] = Asked["state"] }));
    }

    private async Task TokenAsync(HttpContext context)
    {
        Exchanges++;
        if (AtToken is { } instead)
        {
            await instead(context);
            return;
        }

        var form = await context.Request.ReadFormAsync();
        if (form["client_secret"] != Secret || form["client_id"] != ClientId)
        {
            await Results.Json(new { error = "invalid_client" }, statusCode: 401).ExecuteAsync(context);
        }
        else if (form["grant_type"] != "authorization_code" || !codes.TryRemove(form["code"].ToString(), out var back) || back != form["redirect_uri"])
        {
            await Results.Json(new { error = "invalid_grant" }, statusCode: 400).ExecuteAsync(context);
        }
        else
        {
            var token = Guid.CreateVersion7().ToString("N");
            tokens[token] = back;
            await Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 3600 }).ExecuteAsync(context);
        }
    }

    private async Task ServiceAsync(HttpContext context)
    {
        if (!tokens.ContainsKey(context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)))
        {
            context.Response.StatusCode = 401;
        }
        else if (AtService is { } instead)
        {
            await instead(context);
        }
        else
        {
            var elements = Answers.Select(a => (JsonNode)new JsonObject { ["services"] = new JsonObject { [a.Key] = a.Value.DeepClone() } });
            await Results.Text(new JsonArray([new JsonObject { ["citizen_loginType"] = "3" }, .. elements]).ToJsonString(), "application/json").ExecuteAsync(context);
        }
    }
}
