using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules;
using Platform.Web.Assets;
using Platform.Web.Caching;
using Platform.Web.Errors;
using Platform.Web.Installing;
using Platform.Web.Languages;
using Platform.Web.Menus;
using Platform.Web.Recordings;
using Platform.Web.Security;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web;

/// <summary>What the host calls: <c>AddPlatformWeb</c>, then <c>UsePlatformWeb</c> before authentication, then <c>MapPlatformWeb</c>.</summary>
public static class WebRegistration
{
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<AssetFiles>().AddSingleton<Icons>().AddSingleton<ActiveTheme>().AddSingleton<Menu>().AddSingleton<PublicPages>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLocalization();
        services.TryAddSingleton<IStringLocalizer>(s => s.GetRequiredService<IStringLocalizerFactory>().Create("web", "Platform.Web"));
        services.TryAddSingleton(s =>
        {
            var site = ActivatorUtilities.CreateInstance<PackSite>(s);
            return new ActiveSite(() => site.Current);
        });

        // Every script is written as itself: an encoded Lao page is nearly three times as large.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddProblemDetails();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/ld+json", WebManifest.MediaType];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.AddSingleton<IResponseCompressionProvider, PageCompression>();
        // For pages that are kept: each is packed once.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), false));
        services.AddSingleton<SiteCookies>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<SiteCookies>((antiforgery, cookies) =>
        {
            antiforgery.HeaderName = "X-Antiforgery";
            antiforgery.FormFieldName = "_form";
            cookies.Configure(antiforgery.Cookie, "form");
        });
        services.PostConfigure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.Add(new DevelopmentPages(environment));
            pages.Conventions.ConfigureFilter(new NoHandler());
        });
        return services;
    }

    /// <summary>Errors, headers, routing, language, the cache of public pages. Authentication and authorization come after it.</summary>
    public static void UsePlatformWeb(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        var pages = app.Services.GetRequiredService<PublicPages>();
        app.Use(pages.SendKeptAsync);
        app.UseHeadRequests();
        app.UseSecurityHeaders();
        app.UsePersonalAnswers();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRequestLanguage();
        app.UseModulesOfPack();
        app.Use(pages.DrawAsync);
        app.UseWhen(PageCompression.May, packed => packed.UseResponseCompression());
    }

    public static void MapPlatformWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        endpoints.MapTheme();
        endpoints.MapRecordings();
        endpoints.MapInstalling();
        endpoints.MapLanguageChoice();
    }
}
