using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Web.Sites;

namespace Platform.Web.Languages;

/// <summary>A language of the site's pages.</summary>
/// <param name="Tag">A BCP 47 tag, as <c>lo</c> or <c>mn-Mong</c>; stands first in the path of a page.</param>
/// <param name="Name">The language's name in itself.</param>
/// <param name="IsRightToLeft">Whether its script runs from right to left.</param>
public sealed record PageLanguage(string Tag, string Name, bool IsRightToLeft)
{
    private readonly CultureInfo? formats;

    /// <summary>Made by the program for finding what was not translated; never offered to a visitor.</summary>
    public bool IsPseudo => Tag is "qps-ploc" or "ar-XB";

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Formats of the language with the Gregorian calendar: laws and deadlines count by it, whatever the language's own default is.</summary>
    public CultureInfo Culture { get; } = Gregorian(Tag);

    /// <summary>The same as the pack writes dates and numbers, which need not be as in the language's largest country.</summary>
    public CultureInfo Formats { get => formats ?? Culture; init => formats = value; }

    /// <summary>A language as the platform's locale data know it.</summary>
    public static PageLanguage Of(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        var name = culture.NativeName;
        return new(tag, culture.TextInfo.ToTitleCase(name[..1]) + name[1..], culture.TextInfo.IsRightToLeft || tag == "ar-XB");
    }

    private static CultureInfo Gregorian(string tag)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(tag).Clone();
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is { } calendar)
        {
            culture.DateTimeFormat.Calendar = calendar;
        }

        return culture;
    }
}

public static class PageLanguageContext
{
    /// <summary>The language this request is answered in.</summary>
    public static PageLanguage Language(this HttpContext context) =>
        context.Features.Get<PageLanguage>() ?? context.RequestServices.GetRequiredService<ActiveSite>().Current.Languages[0];

    /// <summary>The URL of a page in the language of the request.</summary>
    /// <param name="path">Path within a language, as <c>/services</c>; may carry a query.</param>
    public static string InLanguage(this HttpContext context, string path) =>
        $"/{context.Language().Tag}{(path == "/" ? "" : path)}";
}
