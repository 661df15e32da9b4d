using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form.Paper;

/// <summary>How one is to write.</summary>
internal enum PaperMark
{
    /// <summary>On a line.</summary>
    Line,

    /// <summary>In a field of several lines.</summary>
    Lines,

    /// <summary>One figure in each box.</summary>
    Figures,

    /// <summary>A cross or a tick.</summary>
    Tick,

    /// <summary>Nothing: it says what to do.</summary>
    Words,
}

/// <summary>Something to write in.</summary>
/// <param name="Label">Beside it; null where the question says it all.</param>
/// <param name="Count">Of figures.</param>
internal sealed record PaperBox(PaperMark Mark, string? Label, int Count = 1);

/// <summary>What a question is on paper.</summary>
internal sealed class PaperBoxes(IStringLocalizer t)
{
    public IReadOnlyList<PaperBox> Of(Question question) => question switch
    {
        TextQuestion { IsLong: true } => [new(PaperMark.Lines, null)],
        NameQuestion name => [.. name.Parts.Select(p => new PaperBox(PaperMark.Line, t.Pack(p.Label).Value))],
        DateQuestion => [new(PaperMark.Figures, t["Day"], 2), new(PaperMark.Figures, t["Month"], 2), new(PaperMark.Figures, t["Year"], 4)],
        TimeQuestion => [new(PaperMark.Figures, t["Hour"], 2), new(PaperMark.Figures, t["Minute"], 2)],
        ChoiceQuestion choice => Ticks(t["Tick one"], choice.Options),
        ChoicesQuestion choices => Ticks(t["Tick all that are right"], choices.Options),
        YesNoQuestion => [new(PaperMark.Tick, t["Yes"]), new(PaperMark.Tick, t["No"])],
        DeclarationQuestion => [new(PaperMark.Tick, t.Pack(question.Label).Value)],
        AddressQuestion address => [.. Places(address), new(PaperMark.Line, t["House number, street, or how to find it"])],
        AreaQuestion area => [.. Places(area)],
        FileQuestion file => [new(PaperMark.Tick, t["Attach: {0}", t.Pack(file.Label).Value])],
        ComputedQuestion => [new(PaperMark.Words, t["The office works this out."])],
        MoneyQuestion money => [new(PaperMark.Line, money.Currency)],
        NumberQuestion { Unit: { } unit } => [new(PaperMark.Line, t.Pack(unit).Value)],
        _ => [new(PaperMark.Line, null)],
    };

    /// <summary>The same in a cell of a table: no figures in boxes and no words, for which it is too narrow.</summary>
    public IReadOnlyList<PaperBox> InCell(Question question) =>
        [.. Of(question).Where(b => b.Mark != PaperMark.Words || question is ComputedQuestion).Select(b => b.Mark == PaperMark.Figures ? new PaperBox(PaperMark.Line, b.Label) : b)];

    private static IEnumerable<PaperBox> Lines(IEnumerable<string> labels) => labels.Select(l => new PaperBox(PaperMark.Line, l));

    private IEnumerable<PaperBox> Places(AreaQuestion area) => Lines(area.Levels.Select(l => t.Pack(l.Title).Value));

    private IReadOnlyList<PaperBox> Ticks(string how, IReadOnlyList<FormOption> options) =>
        [new(PaperMark.Words, how), .. options.Select(o => new PaperBox(PaperMark.Tick, t.Pack(o.Label).Value))];
}
