using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.People;
using Platform.Web.Languages;
using Platform.Web.Sites;

namespace Platform.Web.Tests;

/// <summary>Platform.Web alone, in an environment of the test's choice, with endpoints that fail on demand.</summary>
internal sealed class BareSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private BareSite(WebApplication app) => this.app = app;

    public static async Task<BareSite> StartAsync(string environment, params string[] packErrors)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = "Platform.Web" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStringLocalizer, SourceTexts>();
        builder.Services.AddSingleton(new ActiveSite(() => UnnamedSite.Site with { PackErrors = packErrors, Languages = [PageLanguage.Of("en"), PageLanguage.Of("th")] }));
        builder.Services.AddSingleton(new PortalAddress("https://portal.example"));
        builder.Services.AddSingleton(new ModuleCatalog([])).AddScoped<Viewer>();
        builder.Services.AddPlatformWeb(builder.Environment).AddRazorPages();
        var app = builder.Build();
        app.UsePlatformWeb();
        app.MapPlatformWeb();
        app.MapRazorPages();
        foreach (var at in new[] { "/{lang}", "/api/v1" })
        {
            app.MapGet(at + "/bug", IResult () => throw new InvalidOperationException("a secret of the machine"));
            app.MapGet(at + "/conflict", IResult () => throw new ActConflictException(new InvalidOperationException()));
            app.MapGet(at + "/status/{status:int}", (int status) => Results.StatusCode(status));
        }

        app.MapGet("/{lang}/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).FormFieldName);
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri("https://portal.example");
        return client.GetAsync(new Uri(path, UriKind.Relative));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
