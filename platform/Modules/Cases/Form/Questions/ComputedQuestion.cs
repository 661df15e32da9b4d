using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>Not asked but worked out of the answers before it: <c>{id: total, type: computed, value: "sum(items.price)"}</c>.</summary>
internal sealed class ComputedQuestion(NodeReader reader) : Question(reader), IQuestion<ComputedQuestion>
{
    public PackScalar? Value { get; } = reader.RequiredScalar("value");

    public override FeelType Type => FeelType.Any;

    public static ComputedQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading) => null;

    public override string Show(JsonNode answer, AnswerShowing showing) => answer.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => showing.T.Formats().Number(answer.GetValue<decimal>()),
        System.Text.Json.JsonValueKind.True => showing.T["Yes"],
        System.Text.Json.JsonValueKind.False => showing.T["No"],
        _ => answer.ToString(),
    };
}
