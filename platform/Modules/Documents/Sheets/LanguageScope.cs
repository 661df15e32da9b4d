using System.Globalization;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Sheets;

/// <summary>Writes in the document's language, whatever the reader's is, until it is disposed.</summary>
internal sealed class LanguageScope : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public LanguageScope(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = PageLanguage.Of(language).Culture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
