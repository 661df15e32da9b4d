namespace Platform.Core.Texts;

/// <summary>How far a translation has come. A later value is better known than an earlier one.</summary>
public enum TextState
{
    /// <summary>There is none; the source wording stands in.</summary>
    Missing,

    /// <summary>Marked <c>fuzzy</c>: shown, and said to be a draft.</summary>
    Draft,

    /// <summary>A translator stands by it.</summary>
    Translated,

    /// <summary>A second person read it: comment <c># reviewed: NAME 2026-01-31</c>.</summary>
    Reviewed,
}
