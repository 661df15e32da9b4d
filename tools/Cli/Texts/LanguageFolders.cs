using Platform.Core.Texts;

namespace Platform.Cli.Texts;

/// <summary>The folders of languages below <c>locales</c>.</summary>
internal static class LanguageFolders
{
    /// <param name="only">One language; null: all of them.</param>
    /// <exception cref="IOException">There are no texts in that language.</exception>
    public static IEnumerable<string> Of(string locales, string? only) => only is null
        ? Directory.GetDirectories(locales).Where(folder => LanguageTag.IsValid(Path.GetFileName(folder)))
        : Directory.Exists(Path.Combine(locales, only)) ? [Path.Combine(locales, only)]
        : throw new IOException(LanguageTag.IsValid(only)
            ? $"There are no texts in '{only}' yet: 'egov texts update {only}' begins them."
            : $"There is no file {only}, and it is no language tag: write one as lo, mn-Mong or kjg.");
}
