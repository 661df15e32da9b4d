using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>A number as people write it: see <see cref="TypedNumber"/>.</summary>
internal sealed class NumberQuestion(NodeReader reader) : Question(reader), IQuestion<NumberQuestion>
{
    private readonly Limits<decimal> limits = new(reader.Number("min"), reader.Number("max"));

    /// <summary>People and things are counted whole.</summary>
    public bool Whole { get; } = reader.Flag("whole");

    /// <summary>Shown after the field, as "kg".</summary>
    public PackText? Unit { get; } = reader.OptionalText("unit");

    public override FeelType Type => FeelType.Number;

    public static NumberQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        var given = TypedNumber.Read(typed[""], Whole ? 0 : TypedNumber.AnyDecimals);
        if (given.Other is not null)
        {
            reading.Add(given.Ambiguity(reading.T));
            return null;
        }

        if (given.Value is not { } number || (Whole && number != Math.Truncate(number)))
        {
            reading.Add(Whole ? reading.T["Write a whole number, for example 12"] : reading.T["Write a number, for example 12.5"]);
            return null;
        }

        if (!limits.Allow(number))
        {
            reading.Add(limits.Say((min, max) => reading.T["Write a number from {0} to {1}", min, max], min => reading.T["Write {0} or more", min], max => reading.T["Write {0} or less", max]));
        }

        return JsonValue.Create(number);
    }

    public override string Show(JsonNode answer, AnswerShowing showing)
    {
        var number = showing.T.Formats().Number(answer.GetValue<decimal>());
        return Unit is { } unit ? showing.T["{0} {1}", number, showing.Text(unit)] : number;
    }

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", TypedNumber.Write(answer.GetValue<decimal>()));
}

/// <summary>An amount of the pack's currency in whole units.</summary>
internal sealed class MoneyQuestion(NodeReader reader, PackCurrency currency) : Question(reader), IQuestion<MoneyQuestion>
{
    private readonly Limits<decimal> limits = new(reader.Number("min"), reader.Number("max"));

    public string Currency => currency.Code;

    public override FeelType Type => FeelType.Number;

    public static MoneyQuestion Read(NodeReader reader, SectionContext context) => new(reader, context.Pack.Currency);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var (amount, other) = TypedNumber.Read(typed[""], currency.MinorDigits);
        if (other is not null)
        {
            reading.Add(new TypedNumber(amount, other).Ambiguity(reading.T));
        }
        else if (!typed.IsEmpty && (amount is not >= 0 || amount * currency.UnitsPerWhole != Math.Truncate(amount.Value * currency.UnitsPerWhole)))
        {
            reading.Add(reading.T["Write an amount in {0}", currency.Code]);
        }
        else if (amount is { } given && !limits.Allow(given))
        {
            reading.Add(limits.Say(
                (min, max) => reading.T["Write an amount from {0} to {1}", Say(reading.T, min), Say(reading.T, max)],
                min => reading.T["Write {0} or more", Say(reading.T, min)],
                max => reading.T["Write {0} or less", Say(reading.T, max)]));
        }

        return amount is null ? null : JsonValue.Create(amount);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => Say(showing.T, answer.GetValue<decimal>());

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", TypedNumber.Write(answer.GetValue<decimal>()));

    private string Say(IStringLocalizer t, decimal amount) => t.Formats().Money((long)(amount * currency.UnitsPerWhole), currency.Code, currency.MinorDigits);
}
