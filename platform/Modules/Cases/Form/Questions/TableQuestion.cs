using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>
/// A group whose items are short: each is a row, each question a column. Answers, limits and rules are a group's, so that one may become the other.
/// A row in which nothing is written is none, as on paper.
/// </summary>
internal sealed class TableQuestion(NodeReader reader, IReadOnlyList<Question> columns) : GroupQuestion(reader, columns), IQuestion<TableQuestion>
{
    // More do not stand beside each other on a screen or on a sheet of paper.
    private const int MostColumns = 6;

    public override string Partial => "Questions/_Table";

    protected override int AtFirst => Math.Max(Min, 1);

    public static new TableQuestion Read(NodeReader reader, SectionContext context)
    {
        var table = Checked(new TableQuestion(reader, QuestionList.Read(reader, "questions", context)), reader);
        if (table.Questions.Count is < 2 or > MostColumns)
        {
            reader.Problems.Add(reader.At("questions"), "A table has from 2 to {0} columns, and '{1}' has {2}: for other numbers write 'type: group'.", MostColumns, table.Id, table.Questions.Count);
        }

        foreach (var column in table.Questions.Where(q => !q.FitsCell))
        {
            reader.Problems.Add(column.Source, "'{0}' does not fit into a cell of the table '{1}': write 'type: group' for the table, or choose a shorter type for the column.", column.Id, table.Id);
        }

        return table;
    }

    public override bool LeavesOut(Typed item) => item.IsEmpty;

    public override string NameOf(int at, IStringLocalizer t) => Item is null ? t["Row {0}", at + 1] : base.NameOf(at, t);

    public IReadOnlyList<string> Headings(IStringLocalizer t) => [.. Questions.Select(q => t.Pack(q.Label).Value)];

    /// <summary>Its rows in words; empty where nothing was answered.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(JsonNode answer, AnswerShowing showing) =>
        [.. answer.AsArray().Select(row => Questions.Select(q => row![q.Id] is { } value ? q.Show(value, showing) : "").ToList())];
}
