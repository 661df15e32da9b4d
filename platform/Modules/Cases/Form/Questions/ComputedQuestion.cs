using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>Not asked but worked out of the answers before it: <c>{id: total, type: computed, value: "sum(items.price)"}</c>.</summary>
internal sealed class ComputedQuestion(NodeReader reader) : Question(reader), IQuestion<ComputedQuestion>
{
    private static readonly FeelType[] Kept = [FeelType.Number, FeelType.String, FeelType.Boolean, FeelType.Date, FeelType.Any, FeelType.Null];

    public PackScalar? Value { get; } = reader.RequiredScalar("value");

    public override FeelType Type => Gives;

    /// <summary>What the expression gives, once it is compiled.</summary>
    internal FeelType Gives { get; set; } = FeelType.Any;

    /// <summary>Whether an answer of this type can be kept, shown and read again. What is not known beforehand is seen when it is worked out.</summary>
    internal static bool CanKeep(FeelType type) => Kept.Contains(type);

    public static ComputedQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading) => null;

    public override string Show(JsonNode answer, AnswerShowing showing) => answer.GetValueKind() switch
    {
        JsonValueKind.Number => showing.T.Formats().Number(answer.GetValue<decimal>()),
        JsonValueKind.True => showing.T["Yes"],
        JsonValueKind.False => showing.T["No"],
        _ when Gives == FeelType.Date => showing.T.Formats().Date(DateOnly.ParseExact((string)answer!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => answer.ToString(),
    };
}
