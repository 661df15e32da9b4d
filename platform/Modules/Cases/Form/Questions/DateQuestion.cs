using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>The least a person must know of a date.</summary>
internal enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>
/// A date, known to the day, the month or the year. Kept as <c>2026-03-01</c>, <c>2026-03</c> or <c>2026</c>; in expressions a date known to the
/// year is its first day. A person may always give more than is asked.
/// </summary>
internal sealed class DateQuestion(NodeReader reader) : Question(reader), IQuestion<DateQuestion>
{
    private const int Earliest = 1850;
    private const int Latest = 2200;

    public DatePrecision Precision { get; } = reader.Choice("precision", DatePrecision.Day);

    public override FeelType Type => FeelType.Date;

    public override bool HasSeveralFields => true;

    public static DateQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var parts = PartsOf(typed);
        if (parts is (null, null, null) && typed.IsEmpty)
        {
            return null;
        }

        var date = Check(parts, reading);
        return date is null ? null : JsonValue.Create(date.ToString());
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => showing.T.Formats().Date(PartialDate.Parse((string)answer!));

    public override object? ToFeel(JsonNode answer) => PartialDate.Parse((string)answer!).Earliest;

    public override Typed ToTyped(JsonNode answer)
    {
        var date = PartialDate.Parse((string)answer!);
        return Typed.Nothing.With("day", $"{date.Day}").With("month", $"{date.Month}").With("year", $"{date.Year}");
    }

    public override string FirstPart(Pack pack) => "day";

    // A client may send the date whole, a form sends its parts.
    private static (int? Year, int? Month, int? Day) PartsOf(Typed typed)
    {
        string[] parts = typed[""].Length > 0 ? [.. typed[""].Split('-'), "", ""] : [typed["year"], typed["month"], typed["day"]];
        return (PartialDate.Part(parts[0]), PartialDate.Part(parts[1]), PartialDate.Part(parts[2]));
    }

    private PartialDate? Check((int? Year, int? Month, int? Day) parts, AnswerReading reading)
    {
        var before = reading.Mistakes.Count;
        if (parts.Year is not (>= Earliest and <= Latest))
        {
            reading.Add(reading.T["Write the year with four figures"], "year");
        }

        if (parts.Month is < 1 or > 12 || (parts.Month is null && (Precision != DatePrecision.Year || parts.Day is not null)))
        {
            reading.Add(reading.T["Write the month as a number from 1 to 12"], "month");
        }

        if (before < reading.Mistakes.Count)
        {
            return null;
        }

        if (PartialDate.TryCreate(parts.Year!.Value, parts.Month, parts.Day, out var date) && (date.Value.Day is not null || Precision != DatePrecision.Day))
        {
            return date;
        }

        reading.Add(reading.T["Write a day that this month has"], "day");
        return null;
    }
}
