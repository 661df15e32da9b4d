using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Cli.Conformance;

/// <summary>What the platform asks of a module, as far as it can be seen by calling it.</summary>
internal static class Visits
{
    /// <summary>Every endpoint says who may call it, and keeps to it.</summary>
    public static async Task<Outcome> AccessAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        using var stranger = trial.Stranger();
        using var powerless = trial.MayNothing();
        var found = visits.Where(v => !v.IsDeclared).Select(v => $"{v} does not say who may call it: RequireAuthorization(permission), Pages(folder, permission), or AllowAnonymous()").ToList();
        foreach (var visit in visits.Where(v => !v.IsPublic))
        {
            if ((await SendAsync(stranger, visit)).IsSuccessStatusCode)
            {
                found.Add($"{visit} answers to somebody who is not signed in");
            }

            if (visit.NeedsPermission && (await SendAsync(powerless, visit)).IsSuccessStatusCode)
            {
                found.Add($"{visit} answers to somebody without its permission");
            }
        }

        var open = visits.Where(v => v.IsPublic).Select(v => v.ToString()).ToList();
        return new(found, $"endpoints {visits.Count}{(open.Count == 0 ? "" : $"; for everybody: {string.Join(", ", open)}")}");
    }

    /// <summary>Addresses begin as they should, so that a language or a version never gets in the way.</summary>
    public static Outcome Addresses(Trial trial, IReadOnlyList<Visit> visits)
    {
        var api = $"/api/v1/{trial.Module}";
        return new(
            [
                .. visits.Where(v => v.IsPage && !v.Route.StartsWith("/{lang}/", StringComparison.Ordinal)).Select(v => $"the page {v.Route} does not begin with /{{lang}}/"),
                .. visits.Where(v => !v.IsPage && v.Route != api && !v.Route.StartsWith(api + '/', StringComparison.Ordinal)).Select(v => $"{v} does not stand below {api}"),
            ],
            $"addresses {visits.Select(v => v.Route).Distinct().Count()}");
    }

    /// <summary>Looking changes nothing.</summary>
    public static async Task<Outcome> ReadingAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        using var client = trial.MayEverything();
        var (db, found, count) = (trial.Services.GetRequiredService<Db>(), new List<string>(), 0);
        foreach (var visit in visits.Where(v => v.Method == "GET"))
        {
            var before = await Contents.ReadAsync(db);
            await SendAsync(client, visit);
            found.AddRange(Contents.Changed(before, await Contents.ReadAsync(db)).Select(table => $"{visit} changed {table}"));
            count++;
        }

        return new(found, $"reading requests {count}");
    }

    /// <summary>A change by the API needs the header that a page of somebody else cannot send.</summary>
    public static async Task<Outcome> ForgeryAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        using var client = trial.MayEverything();
        var changes = visits.Where(v => !v.IsPage && v.Method is not ("GET" or "HEAD")).ToList();
        var found = new List<string>();
        foreach (var visit in changes)
        {
            if ((await SendAsync(client, visit)).StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden) and var status)
            {
                found.Add($"{visit} answered {(int)status} to a request without the antiforgery header: call RequireAntiforgeryHeader() on its group");
            }
        }

        return new(found, $"changing calls {changes.Count}");
    }

    /// <summary>Pages are drawn, work without JavaScript, and load nothing from elsewhere.</summary>
    public static async Task<Outcome> PagesAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        using var client = trial.MayEverything();
        var (found, drawn) = (new List<string>(), 0);
        foreach (var visit in visits.Where(v => v.IsPage))
        {
            using var answer = await client.GetAsync(visit.Path());
            if (!answer.IsSuccessStatusCode)
            {
                found.AddRange((visit.NamesSomething && answer.StatusCode == HttpStatusCode.NotFound) || answer.Headers.Location is not null ? [] : [$"{visit.Route} answered {(int)answer.StatusCode}"]);
                continue;
            }

            drawn++;
            var html = await answer.Content.ReadAsStringAsync();
            found.AddRange(answer.Content.Headers.ContentType?.MediaType == "text/html" ? PageMarkup.Faults(html).Select(f => $"{visit.Route} {f}") : []);
        }

        return new(found, $"pages drawn {drawn}, not drawn without something to show {visits.Count(v => v.IsPage) - drawn}");
    }

    /// <summary>What people read went through the texts: in a language made for it, each text that did is in brackets.</summary>
    public static async Task<Outcome> TextsAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        using var client = trial.MayEverything();
        var found = new List<string>();
        foreach (var visit in visits.Where(v => v.IsPage))
        {
            using var answer = await client.GetAsync(visit.Path("qps-ploc"));
            found.AddRange(answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? PageText.Untranslated(await answer.Content.ReadAsStringAsync()).Distinct().Select(text => $"{visit.Route} says \"{text}\" in no language but one: write T[\"{text}\"]")
                : []);
        }

        return new(found, "each of them in a pseudo-language, as an empty instance shows it");
    }

    /// <summary>Where the pack has it off, nothing of it is left.</summary>
    public static async Task<Outcome> OffAsync(Trial off)
    {
        using var client = off.MayEverything();
        var found = new List<string>();
        foreach (var visit in Visit.Of(off))
        {
            if ((await SendAsync(client, visit)).StatusCode is not HttpStatusCode.NotFound and var status)
            {
                found.Add($"{visit} answered {(int)status}; switched off it is not there");
            }
        }

        var home = await client.GetStringAsync("/en");
        found.AddRange(off.Own.MenuEntries.Where(e => home.Contains($"\"/en{e.Path}\"", StringComparison.Ordinal)).Select(e => $"the menu still leads to {e.Path}"));
        await off.Services.GetRequiredService<JobRunner>().RunDueAsync();
        found.AddRange((await off.Services.GetRequiredService<Db>().ReadAsync<string>("select name from platform_job where last_ok_at is not null or error is not null"))
            .Where(name => off.Services.GetServices<JobDefinition>().Any(j => j.Name == name && j.Type.Assembly == off.Own.Assembly)).Select(name => $"the job {name} ran"));
        return new(found, "pages, endpoints, menus, jobs");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Visit visit)
    {
        using var request = new HttpRequestMessage(new HttpMethod(visit.Method), visit.Path());
        return await client.SendAsync(request);
    }
}
