using System.Text.Json.Nodes;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form;

/// <summary>An answer in words.</summary>
/// <param name="Text">On one line.</param>
/// <param name="Table">Of a table in which something is written.</param>
public sealed record ShownAnswer(string Label, string Text, ShownTable? Table)
{
    /// <param name="answer">Null where the question was not answered.</param>
    public static ShownAnswer Of(Question question, JsonNode? answer, AnswerShowing showing)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(showing);
        var label = showing.Text(question.Label);
        return answer is null ? new(label, showing.T["Not answered"], null)
            : question is TableQuestion table && table.Rows(answer, showing) is { Count: > 0 } rows ? new(label, "", new(label, table.Headings(showing.T), rows))
            : new(label, question.Show(answer, showing), null);
    }
}

/// <param name="Title">The question.</param>
public sealed record ShownTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
