using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Form;

/// <summary>Reads questions, each by the type it names.</summary>
internal static class QuestionList
{
    private static readonly string[] TypedKeys = ["options", "choices", "precision", "level", "accept", "max-size", "max-length", "min", "max", "item", "add", "questions", "value"];

    public static IReadOnlyList<Question> Read(NodeReader reader, string key, SectionContext context) => reader.List(key, r => One(r, context)!);

    /// <summary>One question, or null and a mistake.</summary>
    public static Question? One(NodeReader reader, SectionContext context)
    {
        var type = reader.RequiredScalar("type");
        if (type is not null && context.Schema.Questions.TryGetValue(type.Value, out var read))
        {
            return read(reader, context);
        }

        if (type is not null)
        {
            reader.Problems.Add(type.Source, "There is no question type '{0}': use one of {1}.", type.Value, string.Join(", ", context.Schema.Questions.Keys.Order(StringComparer.Ordinal)));
        }

        // One mistake, not one more for each key that only the right type would have known.
        Array.ForEach(TypedKeys, key => reader.Node(key));
        _ = new Unknown(reader);
        return null;
    }

    private sealed class Unknown(NodeReader reader) : Question(reader)
    {
        public override Core.Feel.FeelType Type => Core.Feel.FeelType.Any;

        public override System.Text.Json.Nodes.JsonNode? Read(Typed typed, AnswerReading reading) => null;

        public override string Show(System.Text.Json.Nodes.JsonNode answer, AnswerShowing showing) => "";
    }
}
