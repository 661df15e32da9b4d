using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>
/// A place of the country and, in the person's words, where in it: a house number, a street, or how to find the house. Many houses have no number,
/// so that the line may stay empty unless the pack says <c>line: required</c>.
/// </summary>
internal sealed class AddressQuestion(NodeReader reader, IReadOnlyList<AreaLevel> levels) : AreaQuestion(reader, levels), IQuestion<AddressQuestion>
{
    /// <summary>The part of the words.</summary>
    public const string Line = "line";

    private const string Place = "area";
    private const int Longest = 300;

    public bool NeedsLine { get; } = reader.Choice(Line, LineNeed.Optional) == LineNeed.Required;

    public override FeelType Type { get; } = new FeelType.Context(new Dictionary<string, FeelType> { [Place] = FeelType.String, [Line] = FeelType.String });

    public override string Partial => "Questions/_Area";

    protected override string Whole => Place;

    public static new AddressQuestion Read(NodeReader reader, SectionContext context) => new(reader, LevelsOf(reader, context));

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var area = base.Read(typed, reading);
        var line = typed[Line].ReplaceLineEndings(" ");
        if (NeedsLine && line.Length == 0 && area is not null)
        {
            reading.Add(reading.T["Write the house number, the street, or how to find it"], Line);
        }

        if (new StringInfo(line).LengthInTextElements > Longest)
        {
            reading.Add(reading.T["Use {0} characters or fewer", Longest], Line);
        }

        return area is null ? null : new JsonObject { [Place] = area, [Line] = line.Length == 0 ? null : line };
    }

    public override string Show(JsonNode answer, AnswerShowing showing)
    {
        var place = base.Show(answer[Place]!, showing);
        return (string?)answer[Line] is { } line ? showing.T["{0}, {1}", line, place] : place;
    }

    public override Typed ToTyped(JsonNode answer) => answer is JsonObject ? base.ToTyped(answer) : Typed.Nothing.With(Place, (string)answer!);

    internal enum LineNeed
    {
        Optional,
        Required,
    }
}
