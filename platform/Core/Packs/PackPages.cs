namespace Platform.Core.Packs;

/// <summary>A page written by editors.</summary>
/// <param name="Name">Path below <c>content/</c> without tag and ending, as <c>about/privacy</c>.</param>
/// <param name="Language">The tag it is written in.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">The rest as HTML; HTML in the source is shown as text.</param>
public sealed record PackPage(string Name, string Language, string Title, string Html);

/// <summary>The pages of a pack.</summary>
public sealed class PackPages(IReadOnlyList<PackPage> pages, string sourceLanguage)
{
    /// <summary>Every page in every language it has.</summary>
    public IReadOnlyList<PackPage> All => pages;

    /// <summary>A page in a language, else in the source language, else null.</summary>
    public PackPage? Find(string name, string language) => Exactly(name, language) ?? Exactly(name, sourceLanguage);

    private PackPage? Exactly(string name, string language) => pages.FirstOrDefault(p => p.Name == name && p.Language == language);
}
