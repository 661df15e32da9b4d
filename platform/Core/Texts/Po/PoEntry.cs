namespace Platform.Core.Texts.Po;

/// <summary>Who read a translation, and when.</summary>
public sealed record TextReview(string By, DateOnly On);

/// <summary>What an entry said before its source changed (<c>#|</c>).</summary>
public sealed record PoPrevious(string? Context, string? Id, string? PluralId);

/// <summary>One entry of a PO file.</summary>
public sealed record PoEntry
{
    /// <summary>Lines of the translator, without <c># </c>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Lines of the programmer, without <c>#. </c>.</summary>
    public IReadOnlyList<string> Extracted { get; init; } = [];

    /// <summary>Where the text stands: <c>path:line</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Flags { get; init; } = [];

    public PoPrevious? Previous { get; init; }

    public string? Context { get; init; }

    public required string Id { get; init; }

    public string? PluralId { get; init; }

    /// <summary>One, or as many as the language has plural forms.</summary>
    public required IReadOnlyList<string> Strings { get; init; }

    /// <summary>Marked <c>#~</c>: kept for a text that may come back.</summary>
    public bool Obsolete { get; init; }

    /// <summary>Line of its <c>msgid</c>, from 1; 0 where it came from no file.</summary>
    public int Line { get; init; }

    public bool IsHeader => Context is null && Id.Length == 0 && !Obsolete;

    public bool IsFuzzy => Flags.Contains(PoFlags.Fuzzy);

    public bool IsEmpty => Strings[0].Length == 0;

    /// <summary>
    /// Its wording belongs to another, similar text (<c>#| msgid</c>) and waits for a translator to change it: nobody may see it,
    /// for it may say the opposite.
    /// </summary>
    public bool IsBegun => IsFuzzy && Previous?.Id is { } other && other != Id;

    /// <summary>From a line for translators as <c>#. max 40 characters</c>; null where any length will do.</summary>
    public int? MaximumLength => PoLimit.Read(Extracted);

    /// <summary>From the last comment <c># reviewed: NAME 2026-01-31</c>.</summary>
    public TextReview? Review => Comments.Select(PoReview.Read).LastOrDefault(review => review is not null);

    public TextState State =>
        IsEmpty || IsBegun ? TextState.Missing
        : IsFuzzy ? TextState.Draft
        : Review is null ? TextState.Translated
        : TextState.Reviewed;
}
