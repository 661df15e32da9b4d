namespace Platform.Core.Texts;

/// <summary>
/// The formats of a language as a pack gives them in <c>locales/{tag}/formats.yaml</c>, for languages that the system's data does not know
/// or writes otherwise. What is absent stays as the system has it.
/// </summary>
public sealed record FormatPatterns
{
    /// <summary>The language's name in itself.</summary>
    public string? Name { get; init; }

    /// <summary>Twelve, from January, as they stand in a date.</summary>
    public IReadOnlyList<string>? Months { get; init; }

    /// <summary>Seven, from Monday.</summary>
    public IReadOnlyList<string>? Days { get; init; }

    /// <summary>A date in full, as <c>d MMMM yyyy</c> (.NET's letters, fixed words in single quotes).</summary>
    public string? Date { get; init; }

    /// <summary>With the day of the week, as <c>dddd, d MMMM yyyy</c>.</summary>
    public string? LongDate { get; init; }

    /// <summary>In figures, as <c>dd.MM.yyyy</c>.</summary>
    public string? ShortDate { get; init; }

    /// <summary>A month of a year, as <c>MMMM yyyy</c>.</summary>
    public string? Month { get; init; }

    /// <summary>A time of day, as <c>HH:mm</c>.</summary>
    public string? Time { get; init; }

    /// <summary>Ten figures from zero.</summary>
    public IReadOnlyList<string>? Digits { get; init; }

    /// <summary>Between whole number and fraction.</summary>
    public string? DecimalMark { get; init; }

    /// <summary>Between groups of three figures.</summary>
    public string? GroupMark { get; init; }

    /// <summary>Null: by script and language.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>Reads <c>formats.yaml</c>.</summary>
    /// <exception cref="FormatPatternsException">All mistakes, each with its line.</exception>
    public static FormatPatterns Parse(string yaml, string file) => new FormatPatternsReader(file).Read(yaml);
}

/// <summary>Which way a language runs.</summary>
public enum TextDirection
{
    /// <summary>As English and Lao.</summary>
    LeftToRight,

    /// <summary>As Arabic.</summary>
    RightToLeft,
}

/// <summary>A <c>formats.yaml</c> that cannot be used.</summary>
public sealed class FormatPatternsException(IReadOnlyList<TextProblem> problems) : FormatException(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<TextProblem> Problems { get; } = problems;
}
