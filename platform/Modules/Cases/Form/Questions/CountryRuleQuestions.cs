using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>A telephone number by the pack's rule, kept in international form.</summary>
internal sealed class PhoneQuestion(NodeReader reader) : TextQuestion(reader, Longest), IQuestion<PhoneQuestion>
{
    private const int Longest = 40;

    public override string InputType => "tel";

    public static new PhoneQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (base.Read(typed, reading) is not { } answer || reading.Pack.Phone is not { } rule)
        {
            return base.Read(typed, reading);
        }

        if (rule.Normalize((string)answer!) is { } number)
        {
            return JsonValue.Create(number);
        }

        reading.Add(rule.Example is null ? reading.T["Write a phone number"] : reading.T["Write a phone number like {0}", rule.Example]);
        return null;
    }
}

/// <summary>A national identity number by the pack's rule. Known to the person only: nothing is looked up with it.</summary>
internal sealed class NationalIdQuestion(NodeReader reader) : TextQuestion(reader, Longest), IQuestion<NationalIdQuestion>
{
    private const int Longest = 40;

    public static new NationalIdQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var answer = base.Read(typed.With("", Bare(typed[""])), reading);
        if (answer is not null && reading.Pack.IdNumber is { } rule && !rule.Fits((string)answer!))
        {
            reading.Add(rule.Example is null ? reading.T["Check this number"] : reading.T["Check this number; it looks like {0}", rule.Example]);
        }

        return answer;
    }

    /// <summary>As it is kept: without what people write between its parts, and with digits of one script.</summary>
    public static string Bare(string typed) => string.Concat(Digits.ToAscii(typed).Where(c => !char.IsWhiteSpace(c) && c != '-'));
}

/// <summary>A person's name in the parts that people have here. One part may be all there is.</summary>
internal sealed class NameQuestion(NodeReader reader, PersonNames names) : Question(reader), IQuestion<NameQuestion>
{
    private const int Longest = 120;

    public IReadOnlyList<NamePart> Parts => names.Parts;

    public override FeelType Type => FeelType.String;

    public override bool HasSeveralFields => Parts.Count > 1;

    public static NameQuestion Read(NodeReader reader, SectionContext context) => new(reader, context.Pack.Names);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        foreach (var part in Parts)
        {
            CheckPart(typed, part, reading);
        }

        return new JsonObject(Parts.Where(p => typed[p.Id].Length > 0).Select(p => KeyValuePair.Create(p.Id, (JsonNode?)JsonValue.Create(typed[p.Id]))));
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => Whole(answer);

    public override object? ToFeel(JsonNode answer) => Whole(answer);

    public override string FirstPart(Pack pack) => Parts[0].Id;

    private static void CheckPart(Typed typed, NamePart part, AnswerReading reading)
    {
        if (part.Required && typed[part.Id].Length == 0)
        {
            reading.Add(reading.T["Write the name: {0}", reading.T.Pack(part.Label).Value], part.Id);
        }
        else if (typed[part.Id].Length > Longest)
        {
            reading.Add(reading.T["Use {0} characters or fewer", Longest], part.Id);
        }
    }

    private string Whole(JsonNode answer) => names.Show(answer.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!));
}
