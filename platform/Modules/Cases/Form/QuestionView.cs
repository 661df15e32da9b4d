using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form;

/// <summary>What a question's partial shows. The model of every partial below <c>Pages/Shared/Questions</c>.</summary>
/// <param name="IsOnly">The page asks nothing else: the question is its heading.</param>
public sealed record QuestionView(FilledQuestion Filled, IStringLocalizer T, Pack Pack, string Language, bool IsOnly)
{
    public Question Question => Filled.Asked.Question;

    public string Field => Filled.Field;

    public string Label => Question.Optional ? T["{0} (optional)", T.Pack(Question.Label).Value] : T.Pack(Question.Label).Value;

    public string? Hint => Question.Hint is { } hint ? T.Pack(hint).Value : null;

    /// <summary>It stands in a cell of a table, below the heading of its column.</summary>
    public bool IsCell { get; init; }

    public string LabelSize => IsOnly ? "l" : IsCell ? "s" : "m";

    /// <summary>The question, spoken; null where nobody did.</summary>
    public Recording? Spoken => Recorded(Question.Label);

    /// <summary>The recording of a text in the page's language.</summary>
    public Recording? Recorded(PackText text) => Pack.Recordings.Find(Language, text, Text(text));

    /// <summary>A text of the pack in the page's language.</summary>
    public string Text(PackText text) => T.Pack(text).Value;

    /// <summary>The mistake of a part, shown only where the person has seen the question before.</summary>
    public string? Error(string part = "") => Shown(Filled).FirstOrDefault(m => m.Part == part)?.Text;

    /// <summary>The first mistake of the question, whatever part it is about.</summary>
    public string? AnyError => Shown(Filled) is [var first, ..] ? first.Text : null;

    public string FieldOf(string part) => part.Length == 0 ? Field : $"{Field}.{part}";

    public string Typed(string part = "") => Filled.Typed[part];

    /// <summary>The same for a question of an item of this group.</summary>
    public QuestionView Of(FilledQuestion inner) => new(inner, T, Pack, Language, false) { IsCell = Question is TableQuestion };

    /// <summary>Mistakes with the ids of their fields, for the summary at the top. One in an item says in which, one in a cell also in which column.</summary>
    public static IEnumerable<(string FieldId, string Text)> Mistakes(IEnumerable<FilledQuestion> questions, IStringLocalizer t) => questions.SelectMany(q =>
        Shown(q).Select(m => (IdOf(m.Part.Length == 0 ? q.Field : $"{q.Field}.{m.Part}"), m.Text))
            .Concat(q.Items.SelectMany((item, n) => item.SelectMany(inner => Mistakes([inner], t).Select(m => (m.FieldId, Placed((GroupQuestion)q.Asked.Question, n, inner, m.Text, t)))))));

    /// <summary>The id of the field that one writes in first.</summary>
    public static string FirstIdOf(FilledQuestion filled, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(filled);
        var part = filled.Asked.Question.FirstPart(pack);
        return IdOf(part.Length == 0 ? filled.Field : $"{filled.Field}.{part}");
    }

    public static string IdOf(string field) => TagBuilder.CreateSanitizedId(field, "_");

    // That nothing was answered names the question already.
    private static string Placed(GroupQuestion group, int at, FilledQuestion inner, string mistake, IStringLocalizer t) => group is TableQuestion && inner.Asked.Question.IsTyped(inner.Typed)
        ? t["{0}, {1}: {2}", group.NameOf(at, t), t.Pack(inner.Asked.Question.Label).Value, mistake]
        : t["{0}: {1}", group.NameOf(at, t), mistake];

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
