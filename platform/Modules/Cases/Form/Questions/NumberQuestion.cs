using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>A number as people write it: digits of any script, spaces between groups, a comma or a point before decimals.</summary>
internal sealed class NumberQuestion(NodeReader reader) : Question(reader), IQuestion<NumberQuestion>
{
    public override FeelType Type => FeelType.Number;

    public static NumberQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (Numbers.Parse(typed[""]) is { } number)
        {
            return JsonValue.Create(number);
        }

        reading.Add(reading.T["Write a number, for example 12.5"]);
        return null;
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => showing.T.Formats().Number(answer.GetValue<decimal>());

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", answer.GetValue<decimal>().ToString(CultureInfo.InvariantCulture));
}

/// <summary>An amount of the pack's currency in whole units.</summary>
internal sealed class MoneyQuestion(NodeReader reader, PackCurrency currency) : Question(reader), IQuestion<MoneyQuestion>
{
    public string Currency => currency.Code;

    public override FeelType Type => FeelType.Number;

    public static MoneyQuestion Read(NodeReader reader, SectionContext context) => new(reader, context.Pack.Currency);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var amount = Numbers.Parse(typed[""]);
        if (!typed.IsEmpty && (amount is not >= 0 || amount * currency.UnitsPerWhole != Math.Truncate(amount.Value * currency.UnitsPerWhole)))
        {
            reading.Add(reading.T["Write an amount in {0}", currency.Code]);
        }

        return amount is null ? null : JsonValue.Create(amount);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) =>
        showing.T.Formats().Money((long)(answer.GetValue<decimal>() * currency.UnitsPerWhole), currency.Code, currency.MinorDigits);

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", answer.GetValue<decimal>().ToString(CultureInfo.InvariantCulture));
}

/// <summary>Reads numbers that people typed.</summary>
internal static class Numbers
{
    /// <summary>Enough for every amount and measure, and safe for products of two.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    public static decimal? Parse(string typed)
    {
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '\'').Select(Plain));
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < Largest
            ? number
            : null;
    }

    public static int? Whole(string typed) => Parse(typed) is { } number && number == Math.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    // A digit of any script counts as itself; the Arabic and the European comma are decimal points.
    private static char Plain(char c) => c switch
    {
        ',' or '\u066B' => '.',
        _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
        _ => c,
    };
}
