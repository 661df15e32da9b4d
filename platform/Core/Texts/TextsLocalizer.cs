using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.Core.Texts;

/// <summary>The texts in the language of the request, <see cref="CultureInfo.CurrentUICulture"/>. One that is missing shows its English wording.</summary>
internal sealed class TextsLocalizer(Texts texts) : IStringLocalizer
{
    public Texts Texts { get; } = texts;

    public LocalizedString this[string name]
    {
        get
        {
            var found = Texts.Find(CultureInfo.CurrentUICulture.Name, name);
            return new(name, found.Value, found.State == TextState.Missing);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var language = CultureInfo.CurrentUICulture.Name;
            var found = Texts.Find(language, name);
            return new(name, Texts.Formats(language).Fill(found.Value, name, arguments), found.State == TextState.Missing);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var chain = LanguageTag.Chain(CultureInfo.CurrentUICulture.Name);
        return (includeParentCultures ? chain : chain.Take(1))
            .SelectMany(Texts.Catalog.In)
            .DistinctBy(text => text.Key)
            .Select(text => new LocalizedString(text.Key.Id, text.Value.Forms[0]));
    }
}

/// <summary>Texts are not kept by type: every localizer is the same.</summary>
internal sealed class TextsLocalizerFactory(IStringLocalizer localizer) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => localizer;

    public IStringLocalizer Create(string baseName, string location) => localizer;
}
