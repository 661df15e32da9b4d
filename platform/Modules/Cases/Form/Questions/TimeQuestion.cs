using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>A time of the day, to the minute, kept as <c>14:30</c>. Typed as people write it: digits of any script, <c>14:30</c>, <c>14.30</c>, <c>1430</c>, <c>9</c>, <c>2:30 pm</c>.</summary>
internal sealed class TimeQuestion(NodeReader reader) : Question(reader), IQuestion<TimeQuestion>
{
    private static readonly LocalTimePattern Kept = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Limits<LocalTime> limits = new(Limit(reader, "min"), Limit(reader, "max"));

    public override FeelType Type => FeelType.Time;

    public static TimeQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (Parse(typed[""]) is not { } time)
        {
            reading.Add(reading.T["Write the time with hours and minutes, for example 14:30"]);
            return null;
        }

        if (!limits.Allow(time))
        {
            reading.Add(Limited(reading.T));
        }

        return JsonValue.Create(Kept.Format(time));
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => Say(showing.T, Kept.Parse((string)answer!).Value);

    public override object? ToFeel(JsonNode answer) => Kept.Parse((string)answer!).Value;

    private string Limited(IStringLocalizer t) => limits.Say(
        (min, max) => t["Write a time from {0} to {1}", Say(t, min), Say(t, max)],
        min => t["Write a time not before {0}", Say(t, min)],
        max => t["Write a time not after {0}", Say(t, max)]);

    private static string Say(IStringLocalizer t, LocalTime time) => t.Formats().Time(time.ToTimeOnly());

    private static LocalTime? Parse(string typed)
    {
        var digits = Digits.ToAscii(typed.ToLowerInvariant()).Replace('.', ':').Replace(" ", "", StringComparison.Ordinal);
        var half = digits.EndsWith("am", StringComparison.Ordinal) ? 0 : digits.EndsWith("pm", StringComparison.Ordinal) ? 12 : (int?)null;
        var parts = Parts(half is null ? digits : digits[..^2]);
        return parts is var (hour, minute) && minute < 60 && (half is null ? hour < 24 : hour is > 0 and <= 12)
            ? new LocalTime(half is null ? hour : (hour % 12) + half.Value, minute)
            : null;
    }

    private static (int Hour, int Minute)? Parts(string text) => text.Split(':') switch
    {
        [{ Length: 1 or 2 } hour] when Figures(hour) is { } h => (h, 0),
        [{ Length: 3 or 4 } whole] when Figures(whole) is { } w => (w / 100, w % 100),
        [{ Length: 1 or 2 } hour, { Length: 2 } minute] when Figures(hour) is { } h && Figures(minute) is { } m => (h, m),
        _ => null,
    };

    private static int? Figures(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalTime? Limit(NodeReader reader, string key)
    {
        var text = reader.Scalar(key);
        var time = text is null ? null : Kept.Parse(text.Value) is { Success: true } parsed ? parsed.Value : (LocalTime?)null;
        if (text is not null && time is null)
        {
            reader.Problems.Add(text.Source, "'{0}' is not a time: write hours and minutes, as in {1}: \"08:30\".", text.Value, key);
        }

        return time;
    }
}
