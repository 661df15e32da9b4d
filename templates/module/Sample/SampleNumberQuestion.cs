using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Sample;

/// <summary>The question type <c>sample-number</c>: the number of an entry, as it stands on paper. Its partial is <c>Pages/Shared/Questions/_SampleNumber.cshtml</c>.</summary>
internal sealed class SampleNumberQuestion(NodeReader reader) : Question(reader), IQuestion<SampleNumberQuestion>
{
    public override FeelType Type => FeelType.String;

    public static SampleNumberQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (EntryNumber.Parse(typed[""]) is { } number)
        {
            return JsonValue.Create(number);
        }

        reading.Add(reading.T["Check this number; it has eight letters and digits"]);
        return null;
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => (string)answer!;
}
