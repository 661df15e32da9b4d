using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.Core.Texts;

/// <summary>What gettext has and <see cref="IStringLocalizer"/> lacks, in the language of the request.</summary>
public static class LocalizerExtensions
{
    /// <summary>A text that depends on a number: <c>T.Plural(n, "{0} case", "{0} cases")</c>.</summary>
    /// <param name="n">Chooses the form, and stands as <c>{0}</c> before <paramref name="args"/>.</param>
    public static string Plural(this IStringLocalizer localizer, long n, string singular, string plural, params object?[] args) =>
        localizer.Texts().Plural(Language, n, singular, plural, args);

    /// <summary>A text that means different things in different places: <c>T.Context("month", "May")</c>.</summary>
    public static string Context(this IStringLocalizer localizer, string context, string id, params object?[] args) =>
        localizer.Texts().Context(Language, context, id, args);

    /// <summary>Looks a text of code up with its state, so that the page can say "draft translation".</summary>
    public static LocalText Find(this IStringLocalizer localizer, string id, string? context = null) => localizer.Texts().Find(Language, id, context);

    /// <summary>A text of the active pack, to be shown.</summary>
    public static LocalText Pack(this IStringLocalizer localizer, PackText text) => ShownTexts.Shown(localizer.Texts().Get(Language, text));

    /// <summary>How the language writes dates, numbers, money and lists.</summary>
    public static Formats Formats(this IStringLocalizer localizer) => localizer.Texts().Formats(Language);

    private static string Language => CultureInfo.CurrentUICulture.Name;

    private static Texts Texts(this IStringLocalizer localizer) =>
        localizer is TextsLocalizer ours ? ours.Texts : throw new ArgumentException("This localizer is not the platform's.", nameof(localizer));
}
