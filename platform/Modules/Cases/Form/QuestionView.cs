using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form;

/// <summary>What a question's partial shows. The model of every partial below <c>Pages/Shared/Questions</c>.</summary>
/// <param name="IsOnly">The page asks nothing else: the question is its heading.</param>
public sealed record QuestionView(FilledQuestion Filled, IStringLocalizer T, Pack Pack, string Language, bool IsOnly)
{
    public Question Question => Filled.Asked.Question;

    public string Field => Filled.Field;

    public string Label => Question.Optional ? T["{0} (optional)", T.Pack(Question.Label).Value] : T.Pack(Question.Label).Value;

    public string? Hint => Question.Hint is { } hint ? T.Pack(hint).Value : null;

    public string LabelSize => IsOnly ? "l" : "m";

    /// <summary>A text of the pack in the page's language.</summary>
    public string Text(PackText text) => T.Pack(text).Value;

    /// <summary>The mistake of a part, shown only where the person has seen the question before.</summary>
    public string? Error(string part = "") => Shown(Filled).FirstOrDefault(m => m.Part == part)?.Text;

    /// <summary>The first mistake of the question, whatever part it is about.</summary>
    public string? AnyError => Shown(Filled) is [var first, ..] ? first.Text : null;

    public string FieldOf(string part) => part.Length == 0 ? Field : $"{Field}.{part}";

    public string Typed(string part = "") => Filled.Typed[part];

    /// <summary>The same for a question of an item of this group.</summary>
    public QuestionView Of(FilledQuestion inner) => new(inner, T, Pack, Language, false);

    /// <summary>Mistakes with the ids of their fields, for the summary at the top.</summary>
    public static IEnumerable<(string FieldId, string Text)> Mistakes(IEnumerable<FilledQuestion> questions) =>
        questions.SelectMany(q => q.All).SelectMany(q => Shown(q).Select(m => (IdOf(m.Part.Length == 0 ? q.Field : $"{q.Field}.{m.Part}"), m.Text)));

    /// <summary>The id of the field that one writes in first.</summary>
    public static string FirstIdOf(FilledQuestion filled, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(filled);
        var part = filled.Asked.Question.FirstPart(pack);
        return IdOf(part.Length == 0 ? filled.Field : $"{filled.Field}.{part}");
    }

    public static string IdOf(string field) => TagBuilder.CreateSanitizedId(field, "_");

    private static IReadOnlyList<Mistake> Shown(FilledQuestion filled) => filled.Typed.WasAsked ? filled.Mistakes : [];
}

/// <summary>A question that an office knows the answer to.</summary>
/// <param name="Known">The answer in words.</param>
public sealed record StillRight(QuestionView View, string Known)
{
    public string Field => View.FieldOf(Drafts.Prefill.Still);

    /// <summary>Where the summary of mistakes leads.</summary>
    public string Id => QuestionView.FirstIdOf(View.Filled, View.Pack);
}
