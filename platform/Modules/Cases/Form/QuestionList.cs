using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Form;

/// <summary>Reads questions, each by the type it names.</summary>
internal static class QuestionList
{
    private static readonly string[] TypedKeys = ["options", "choices", "precision", "level", "accept", "max-size", "max-length", "min", "max", "whole", "unit", "line", "item", "add", "questions", "value"];

    public static IReadOnlyList<Question> Read(NodeReader reader, string key, SectionContext context) => reader.List(key, r => One(r, context));

    /// <summary>One question; of a type that is not known a mistake and a question whose answer may be anything, so that expressions may name it.</summary>
    public static Question One(NodeReader reader, SectionContext context)
    {
        var type = reader.RequiredScalar("type");
        if (type is not null && context.Schema.Questions.TryGetValue(type.Value, out var read))
        {
            return read(reader, context);
        }

        if (type is not null)
        {
            reader.Problems.AddUnknown(type.Source, "There is no question type '{0}'", type.Value, [.. context.Schema.Questions.Keys]);
        }

        // One mistake, not one more for each key that only the right type would have known.
        Array.ForEach(TypedKeys, key => reader.Node(key));
        return new Unknown(reader);
    }

    private sealed class Unknown(NodeReader reader) : Question(reader)
    {
        public override Core.Feel.FeelType Type => Core.Feel.FeelType.Any;

        public override System.Text.Json.Nodes.JsonNode? Read(Typed typed, AnswerReading reading) => null;

        public override string Show(System.Text.Json.Nodes.JsonNode answer, AnswerShowing showing) => "";
    }
}
