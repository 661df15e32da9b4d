using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>One line. Length counts what a person sees as one character: a Lao letter with its marks is one.</summary>
internal class TextQuestion(NodeReader reader, int longest) : Question(reader), IQuestion<TextQuestion>
{
    private const int Line = 300;

    public int MaxLength { get; } = reader.Whole("max-length", 1, longest) ?? longest;

    public override FeelType Type => FeelType.String;

    /// <summary>For the browser's keyboard and autofill: <c>text</c>, <c>email</c>, <c>tel</c>.</summary>
    public virtual string InputType => "text";

    public virtual bool IsLong => false;

    public override string Partial => "Questions/_Text";

    public static TextQuestion Read(NodeReader reader, SectionContext context) => new(reader, Line);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var text = typed[""].ReplaceLineEndings("\n");
        if (new StringInfo(text).LengthInTextElements > MaxLength)
        {
            reading.Add(reading.T["Use {0} characters or fewer", MaxLength]);
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            reading.Add(reading.T["Remove the characters that cannot be shown"]);
        }

        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => (string)answer!;
}

/// <summary>Several lines.</summary>
internal sealed class LongTextQuestion(NodeReader reader) : TextQuestion(reader, Lines), IQuestion<LongTextQuestion>
{
    private const int Lines = 10_000;

    public override bool IsLong => true;

    public override bool FitsCell => false;

    public static new LongTextQuestion Read(NodeReader reader, SectionContext context) => new(reader);
}

/// <summary>An e-mail address, checked for its form only.</summary>
internal sealed class EmailQuestion(NodeReader reader) : TextQuestion(reader, Longest), IQuestion<EmailQuestion>
{
    // RFC 5321, 4.5.3.1.3: a path has 256 octets with its brackets.
    private const int Longest = 254;

    public override string InputType => "email";

    public static new EmailQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var answer = base.Read(typed, reading);
        if (answer is not null && !IsAddress(typed[""]))
        {
            reading.Add(reading.T["Write an e-mail address like name@example.com"]);
        }

        return answer;
    }

    private static bool IsAddress(string text) =>
        text.Split('@') is [{ Length: > 0 }, var domain] && domain.Contains('.', StringComparison.Ordinal)
        && !domain.StartsWith('.') && !domain.EndsWith('.') && !text.Any(char.IsWhiteSpace);
}
