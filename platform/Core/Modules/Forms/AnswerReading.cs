using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Core.Modules.Forms;

/// <summary>One thing wrong with an answer.</summary>
/// <param name="Part">The part of the question it is about (<c>year</c>); empty for the question itself.</param>
/// <param name="Text">In the person's language.</param>
public sealed record Mistake(string Part, string Text);

/// <summary>What a question needs to read an answer, and where it says what is wrong.</summary>
/// <param name="t">Texts in the language of the request.</param>
/// <param name="pack">The country's rules: names, phones, areas.</param>
/// <param name="today">The local date.</param>
public sealed class AnswerReading(IStringLocalizer t, Pack pack, DateOnly today)
{
    private readonly List<Mistake> mistakes = [];

    public IStringLocalizer T => t;

    public Pack Pack => pack;

    public DateOnly Today => today;

    public IReadOnlyList<Mistake> Mistakes => mistakes;

    /// <param name="text">Already in the person's language: what to do, not what went wrong inside.</param>
    public void Add(string text, string part = "") => mistakes.Add(new(part, text));
}

/// <summary>What a question needs to put an answer into words.</summary>
/// <param name="T">Texts in the language of the request.</param>
/// <param name="Pack">Names of areas and organizations.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record AnswerShowing(IStringLocalizer T, Pack Pack, string Language)
{
    public string Text(PackText text) => T.Pack(text).Value;
}
