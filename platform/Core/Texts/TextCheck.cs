using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>What is wrong with files of translations.</summary>
/// <param name="Problems">Must be put right.</param>
/// <param name="Warnings">May stay as it is.</param>
public sealed record TextFindings(IReadOnlyList<TextProblem> Problems, IReadOnlyList<TextProblem> Warnings)
{
    public static TextFindings None { get; } = new([], []);

    public TextFindings And(TextFindings others) => new([.. Problems, .. others.Problems], [.. Warnings, .. others.Warnings]);
}

/// <summary>Looks a language's files through, and reports all mistakes at once with file and line.</summary>
/// <param name="language">The tag; empty where nobody knows it.</param>
public sealed class TextCheck(string language, Glossary glossary)
{
    /// <summary>Of all <c>*.po</c> in a folder <c>{locales}/{tag}</c>, with its glossary.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TextFindings Folder(string folder, string name)
    {
        var (glossary, wrong) = Words(folder, $"{name}/glossary.yaml");
        var check = new TextCheck(Path.GetFileName(folder), glossary);
        return Directory.GetFiles(folder, "*.po").Order(StringComparer.Ordinal)
            .Aggregate(wrong, (found, path) => found.And(check.File(path, $"{name}/{Path.GetFileName(path)}")));
    }

    /// <summary>Of a pack's file <c>locales/{tag}.po</c>, with the platform's glossary and its own.</summary>
    /// <param name="platform">The platform's folder of the language, where there is one.</param>
    /// <param name="name">What messages call it, without <c>.po</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextFindings OfPack(string path, string platform, string name)
    {
        var language = Path.GetFileNameWithoutExtension(path);
        var (shared, wrong) = Words(platform, $"{platform}/glossary.yaml");
        var (own, wrongToo) = Words(Path.ChangeExtension(path, null), $"{name}/glossary.yaml");
        return wrong.And(wrongToo).And(new TextCheck(language, shared.With(own)).File(path, $"{name}.po"));
    }

    /// <summary>Of a file anywhere, with the glossary that stands beside it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextFindings Of(string path, string name)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var (glossary, wrong) = Words(folder, $"{Path.GetDirectoryName(name)}/glossary.yaml");
        return wrong.And(new TextCheck("", glossary).File(path, name));
    }

    /// <summary>Of one file.</summary>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public TextFindings File(string path, string name)
    {
        try
        {
            var file = PoFile.LoadWithFaults(path, name);
            return new([.. file.Faults(name), .. Language(file, name), .. PoPlaceholders.Check(file, name), .. Lengths(file, name), .. LineEnds(file, name)], [.. glossary.Check(file, name)]);
        }
        catch (PoException error)
        {
            return new(error.Errors, []);
        }
    }

    private static (Glossary Words, TextFindings Wrong) Words(string folder, string name)
    {
        try
        {
            return (Glossary.Load(folder, name), TextFindings.None);
        }
        catch (PoException error)
        {
            return (Glossary.Empty, new(error.Errors, []));
        }
    }

    private IEnumerable<TextProblem> Language(PoFile file, string name)
    {
        if (language.Length > 0 && file.Header.TryGetValue("Language", out var said) && said.Length > 0 && !said.Replace('_', '-').Equals(language, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(name, file.Entries.First(e => e.IsHeader).Line, $"The header says that this is '{said}', the file stands for '{language}': correct the line Language.");
        }
    }

    private static IEnumerable<TextProblem> Lengths(PoFile file, string name) =>
        from entry in file.Translations
        from wording in entry.Strings
        where PoLimit.Length(wording) > entry.MaximumLength
        select new TextProblem(name, entry.Line, $"The translation of '{entry.Id}' has {PoLimit.Length(wording)} characters, there is room for {entry.MaximumLength}: say it shorter.");

    // Texts are put together line by line.
    private static IEnumerable<TextProblem> LineEnds(PoFile file, string name) =>
        from entry in file.Translations
        where entry.Strings.Any(wording => wording.StartsWith('\n') != entry.Id.StartsWith('\n') || wording.EndsWith('\n') != entry.Id.EndsWith('\n'))
        select new TextProblem(name, entry.Line, $"The translation of '{entry.Id}' must begin and end with a new line where its text does, and only there.");
}
