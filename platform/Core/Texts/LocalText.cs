namespace Platform.Core.Texts;

/// <summary>The outcome of looking a text up.</summary>
/// <param name="Value">What to show; placeholders are still in it.</param>
/// <param name="Language">The tag the value is written in; where it is not the page's own, the page says so with <c>lang</c>.</param>
/// <param name="State">Of the translation; <see cref="TextState.Missing"/> where the source wording stands in.</param>
public readonly record struct LocalText(string Value, string Language, TextState State)
{
    /// <summary>The page marks it "draft translation".</summary>
    public bool IsDraft => State == TextState.Draft;

    public override string ToString() => Value;
}
