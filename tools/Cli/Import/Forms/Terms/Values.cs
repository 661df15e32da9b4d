using System.Globalization;
using Platform.Core.Feel;

namespace Platform.Cli.Import.Forms.Terms;

/// <summary>Fixed values of a source as FEEL, by the type of the question they are compared with.</summary>
internal static class Values
{
    private static readonly string[] Truths = ["true", "yes", "1", "y", "true()"];
    private static readonly string[] Untruths = ["false", "no", "0", "n", "false()"];

    /// <summary>True where a source means: not answered.</summary>
    public static bool IsNothing(object? value) => value is null or "";

    /// <exception cref="NotCarriedException">The value is none of the question's.</exception>
    public static string For(QuestionDraft question, object? value) => IsNothing(value) ? "null" : question.Type switch
    {
        "choice" or "choices" => Option(question, Plain(value)),
        "yes-no" or "declaration" => Truths.Contains(Plain(value).ToLowerInvariant()) ? "true" : Untruths.Contains(Plain(value).ToLowerInvariant()) ? "false" : throw Unlike(question, value),
        "number" or "money" => decimal.TryParse(Plain(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FeelText.Format(number) : throw Unlike(question, value),
        "date" => DateOnly.TryParseExact(Plain(value).Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? $"date(\"{date:yyyy-MM-dd}\")" : throw Unlike(question, value),
        "time" => TimeOnly.TryParse(Plain(value), CultureInfo.InvariantCulture, out var time) ? $"time(\"{time:HH:mm:ss}\")" : throw Unlike(question, value),
        "computed" => FeelText.Format(value),
        _ => FeelText.Format(Plain(value)),
    };

    public static string Option(QuestionDraft question, string value) =>
        question.Options.Find(o => o.Value == value) is { } option ? FeelText.Format(option.Id) : throw new NotCarriedException($"'{question.Key}' has no choice '{value}'");

    private static string Plain(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static NotCarriedException Unlike(QuestionDraft question, object? value) => new($"'{Plain(value)}' is no answer to '{question.Key}', which is a {question.Type}");
}
