using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Tests.Api;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Modules.Cases.Tests.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Access;

/// <summary>
/// Somebody else's case, draft or file is not there, in the same bytes as one that never was: on every route of the whole portal that names a case,
/// as the application itself lists them. A new route is under test the day it is mapped.
/// </summary>
public sealed partial class EveryRouteTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_not_yours_is_the_same_bytes_as_what_is_not_there(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (sent, draft) = await VictimsAsync(platform);
        var none = new Named(Guid.CreateVersion7(), CaseReference.Create(), Guid.CreateVersion7());
        foreach (var client in await StrangersAsync(platform))
        {
            foreach (var route in Routes(platform))
            {
                foreach (var method in Methods)
                {
                    var nothing = await AskAsync(client, method, route, none);
                    Assert.True(nothing.Status is >= HttpStatusCode.BadRequest or HttpStatusCode.Redirect, $"{method} {route}: {nothing}");
                    Assert.Equal((method, route, nothing), (method, route, await AskAsync(client, method, route, sent)));
                    Assert.Equal((method, route, nothing), (method, route, await AskAsync(client, method, route, draft)));
                }
            }
        }
    }

    // Otherwise a page that nobody can open would pass.
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_one_of_these_routes_opens_for_somebody(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (sent, draft) = await VictimsAsync(platform);
        var owner = await OwnerAsync(platform, sent);
        var typed = draft with { CaseId = await Residence.DraftAsync(platform, owner.PersonId) };
        TestClient[] insiders = [await platform.ClientAsync(owner), .. await OfficialsAsync(platform, MarkedStory.Office), await platform.ClientAsync(await ClerkAsync(platform, sent, draft))];
        foreach (var route in Routes(platform).Where(r => !r.Contains("/submit", StringComparison.Ordinal) && !r.Contains("/actions/", StringComparison.Ordinal)
            && !r.Contains("/assignee", StringComparison.Ordinal) && !r.Contains("/pages/", StringComparison.Ordinal)))
        {
            var opened = false;
            foreach (var client in insiders)
            {
                foreach (var named in new[] { sent, draft, typed })
                {
                    opened |= (await AskAsync(client, "GET", route, named)).Status is HttpStatusCode.OK or HttpStatusCode.Redirect;
                }
            }

            Assert.True(opened, $"Nobody could open {route}.");
        }
    }

    private static List<string> Routes(TestPlatform platform)
    {
        var routes = platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Any(p => p.Name is "caseId" or "reference"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        Assert.True(routes.Count >= 14, $"Only {routes.Count} routes name a case.");
        return routes;
    }

    private static async Task<(Named Sent, Named Draft)> VictimsAsync(TestPlatform platform)
    {
        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        await story.BeginAsync();
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var sent = (await cases.FindAsync(story.Reference, new CaseAccess.AfterCommit()))!;
        var file = Assert.Single(await cases.FilesAsync(sent.CaseId, new CaseAccess.AfterCommit()));
        var draft = await Residence.DraftAsync(platform, sent.ApplicantId!.Value);
        return (new(sent.CaseId, story.Reference, file.FileId), new(draft, story.Reference, await ScanAsync(platform, draft)));
    }

    // As if the draft were typed in from paper.
    private static async Task<Guid> ScanAsync(TestPlatform platform, Guid draft)
    {
        using var paper = new MemoryStream([.. "%PDF-1.4\n"u8, .. new byte[100]]);
        var found = (await platform.Services.GetRequiredService<CaseStore>().FindAsync(draft, new CaseAccess.AfterCommit()))!;
        var scan = await platform.Services.GetRequiredService<CaseFiles>().StoreAsync(draft, "paper.pdf", paper, CounterDrafts.Scans);
        await platform.Services.GetRequiredService<DraftStore>().AddAsync(found, scan, Residence.By(found.ApplicantId!.Value));
        await platform.Services.GetRequiredService<Db>().WriteAsync("update cases_case set scan_id = @Id, received_on = @day where case_id = @draft", new { scan.Stored.Id, day = new DateOnly(2026, 3, 2), draft });
        return scan.Stored.Id;
    }

    // A citizen, somebody without an account, and officials of every role in another office and another area.
    private static async Task<IReadOnlyList<TestClient>> StrangersAsync(TestPlatform platform)
    {
        TestClient[] strangers =
        [
            await platform.ClientAsync(await platform.CitizenAsync()), platform.Client(),
            .. await OfficialsAsync(platform, Office.Registry), .. await OfficialsAsync(platform, MarkedStory.Office, Office.ElsewherePath(platform)),
        ];
        foreach (var client in strangers.Where((_, n) => n != 1))
        {
            await client.TokenAsync();
        }

        return strangers;
    }

    private static async Task<TestClient[]> OfficialsAsync(TestPlatform platform, string organization, string? area = null)
    {
        var clients = new List<TestClient>();
        foreach (var role in new[] { "clerk", "registrar", "senior-registrar", "cashier" })
        {
            clients.Add(await platform.ClientAsync(await platform.OfficialAsync(role, organization, area)));
        }

        return [.. clients];
    }

    private static async Task<TestPerson> OwnerAsync(TestPlatform platform, Named sent) => new((await Office.FindAsync(platform, sent.CaseId)).ApplicantId!.Value, "", "", null);

    // As if she had filed them: the slip is hers alone, and so is the scan of what she types in.
    private static async Task<TestPerson> ClerkAsync(TestPlatform platform, Named sent, Named draft)
    {
        var clerk = await platform.OfficialAsync("clerk", MarkedStory.Office);
        await platform.Services.GetRequiredService<Db>().WriteAsync("update cases_case set filed_by = @PersonId where case_id in (@CaseId, @draft)", new { clerk.PersonId, sent.CaseId, draft = draft.CaseId });
        return clerk;
    }

    private static async Task<Answer> AskAsync(TestClient client, string method, string route, Named named)
    {
        using var request = new HttpRequestMessage(new(method), named.In(route));
        if (method is "POST" or "PUT")
        {
            request.Content = route.StartsWith("/api/", StringComparison.Ordinal)
                ? JsonContent.Create(new JsonObject())
                : new FormUrlEncodedContent([new("_form", await TokenAsync(client)), new("version", "1"), new("action", "withdraw"), new("desk-version", "2"), new("desk-action", "accept")]);
        }

        request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
        using var response = await client.SendAsync(request);
        return new(response.StatusCode, named.Without($"{response.Headers.Location}"), named.Without(Changing().Replace(await response.Content.ReadAsStringAsync(), "")));
    }

    // Any page with a form has the token that every form of this browser carries.
    private static async Task<string> TokenAsync(TestClient client) =>
        Token().Match(await client.GetStringAsync("/en/apply/complaint")).Groups[1].Value;

    // The number of the request, the token of forms, and a trace: different for the same question asked twice.
    [GeneratedRegex("name=\"_form\"[^>]*>|\"traceId\":\"[^\"]*\"|\\b[0-9a-f]{32}\\b")]
    private static partial Regex Changing();

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();

    private sealed record Answer(HttpStatusCode Status, string Location, string Body);

    private sealed record Named(Guid CaseId, string Reference, Guid File)
    {
        /// <summary>The address with everything in its place; a parameter that is new here has to be given a value.</summary>
        public string In(string route) => Parameter().Replace(route, parameter => parameter.Groups[1].Value switch
        {
            "lang" => "en",
            "caseId" => $"{CaseId:D}",
            "reference" => Reference,
            "file" => $"{File:D}",
            "step" => route.Contains("apply", StringComparison.Ordinal) ? "applicant" : "accept",
            "page" => "applicant",
            var other => throw new NotSupportedException($"{route}: what stands for {other}?"),
        });

        public string Without(string text) => text.Replace($"{CaseId:D}", "", StringComparison.Ordinal).Replace(Reference, "", StringComparison.Ordinal).Replace($"{File:D}", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("\\{\\**([A-Za-z]+)[^}]*\\}")]
    private static partial Regex Parameter();
}
