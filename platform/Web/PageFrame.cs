using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Web.Caching;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Web;

/// <summary>What a page tells its layout.</summary>
public static class PageFrame
{
    private static readonly object ErrorsKey = new();

    private const string TitleKey = "Title";
    private const string CrumbsKey = "Crumbs";
    private const string BackKey = "Back";

    /// <summary>The page's title; a summary of errors on the page puts "Error:" before it.</summary>
    public static void Title(this ViewDataDictionary page, string title) => page[TitleKey] = title;

    /// <summary>The way to the page, from the front page's child on; the page itself comes last and has no URL.</summary>
    public static void Crumbs(this ViewDataDictionary page, params Crumb[] crumbs) => page[CrumbsKey] = crumbs;

    /// <summary>The page before this one in a journey, instead of breadcrumbs.</summary>
    public static void Back(this ViewDataDictionary page, string href) => page[BackKey] = href;

    /// <summary>The page shows a summary of errors: its title says so.</summary>
    internal static void TellErrors(this HttpContext context) => context.Items[ErrorsKey] = true;

    internal static bool HasErrors(HttpContext context) => context.Items.ContainsKey(ErrorsKey);

    internal static string? TitleOf(ViewDataDictionary page) => page[TitleKey] as string;

    internal static IReadOnlyList<Crumb> CrumbsOf(ViewDataDictionary page) => page[CrumbsKey] as Crumb[] ?? [];

    internal static string? BackOf(ViewDataDictionary page) => page[BackKey] as string;

    // The layout is drawn after the page, and the header before this is asked; only the footer comes later.
    internal static bool IsDraft(HttpContext context) => context.Features.Get<ShownTexts>() is { HasDrafts: true };

    /// <summary>Stands for the person signed in, without naming them: what a device keeps for one it shows to no other. Null where nobody is.</summary>
    internal static string? Holder(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null && context.RequestServices.GetRequiredService<Viewer>().PersonId is { } person
            ? Convert.ToHexStringLower(SHA256.HashData(person.ToByteArray()))[..16]
            : null;

    /// <summary>The URL of this page in another language; of its front page where this one is an error.</summary>
    internal static string In(PageLanguage language, HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', 3);
        var isPage = path.Length > 1 && path[1] == context.Language().Tag;
        return isPage ? $"/{language.Tag}{(path.Length > 2 ? "/" + Uri.EscapeDataString(path[2]).Replace("%2F", "/", StringComparison.Ordinal) : "")}{context.Request.QueryString}" : $"/{language.Tag}";
    }
}
