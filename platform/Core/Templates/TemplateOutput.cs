using System.Globalization;
using Platform.Core.Data;
using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>A date, moment or amount as the language writes it, with what it is.</summary>
internal sealed record TemplateValue(object Value, string Text)
{
    public override string ToString() => Text;
}

/// <summary>One rendering: its language, its pack and its data.</summary>
internal sealed class TemplateOutput(string language, Formats formats, PackTexts pack, IReadOnlyDictionary<string, string> addresses)
{
    public const string Key = "output";
    private const int MostValues = 100_000;
    private int values;

    /// <summary>A text of the template in the language of the output.</summary>
    public string Text(string source, object?[] arguments) =>
        formats.Fill(pack.Get(language, new(addresses.GetValueOrDefault(source, ""), source)).Value, source, [.. arguments.Select(TemplateHelpers.Given)]);

    /// <param name="style"><c>long</c>, <c>short</c>, <c>month</c> or <c>year</c>; null: in full.</param>
    public string Date(object? value, string? style) => ((value as TemplateValue)?.Value, style) switch
    {
        (DateOnly day, "long") => formats.LongDate(day),
        (DateOnly day, "short") => formats.ShortDate(day),
        (DateOnly day, "month") => formats.Date(day.Year, day.Month, null),
        (DateOnly day, "year") => formats.Year(day.Year),
        (DateOnly day, _) => formats.Date(day),
        (Instant moment, _) => formats.Date(moment),
        _ => TemplateHelpers.Given(value)?.ToString() ?? "",
    };

    /// <summary>A number in the writing of the language.</summary>
    public string Figures(object? value) => TemplateHelpers.Given(value) switch
    {
        decimal number => formats.Number(number),
        long number => formats.Number(number),
        var other => other?.ToString() ?? "",
    };

    /// <summary>The data as dictionaries, lists and plain values, each date and amount in the language's writing.</summary>
    /// <exception cref="ArgumentException">A value of another type, a list of several kinds, or too many values.</exception>
    public Dictionary<string, object?> Take(IReadOnlyDictionary<string, object?> data) =>
        data.ToDictionary(entry => entry.Key, entry => Take(entry.Value), StringComparer.Ordinal);

    private object? Take(object? value) => ++values > MostValues
        ? throw new ArgumentException($"A template takes up to {MostValues} values.")
        : value switch
        {
            null or string or bool or long or decimal => value,
            int number => (long)number,
            DateOnly day => new TemplateValue(day, formats.Date(day)),
            Instant moment => new TemplateValue(moment, formats.DateTime(moment)),
            TemplateMoney money => new TemplateValue(money, formats.Money(money.MinorUnits, money.Currency, money.MinorDigits)),
            IReadOnlyDictionary<string, object?> map => Take(map),
            IEnumerable<object?> list => TakeList(list),
            _ => throw new ArgumentException($"A template takes texts, numbers, dates, amounts, maps and lists, no {value.GetType().Name}."),
        };

    private List<object?> TakeList(IEnumerable<object?> list)
    {
        List<object?> items = [.. list.Select(Take)];
        return items.Select(item => item?.GetType()).Distinct().Count() <= 1
            ? items
            : throw new ArgumentException("The items of a list in a template are of one kind.");
    }
}
