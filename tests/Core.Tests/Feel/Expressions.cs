using NodaTime;
using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

/// <summary>Short ways to evaluate, all at one moment: noon UTC on 15 June 2026.</summary>
internal static class Expressions
{
    public static readonly FeelMoment Now = new(Instant.FromUtc(2026, 6, 15, 12, 0), DateTimeZone.Utc);

    public static FeelResult Evaluate(string text, FeelLimits? limits = null, params (string Name, object? Value)[] values) =>
        FeelExpression.EvaluateText(text, values.ToDictionary(v => v.Name, v => v.Value), Now, out _, limits);

    public static object? Value(string text, params (string Name, object? Value)[] values) => Evaluate(text, null, values).Value;

    public static string Text(string text, params (string Name, object? Value)[] values) => FeelText.Format(Value(text, values));

    public static FeelError? Error(string text)
    {
        FeelExpression.EvaluateText(text, new Dictionary<string, object?>(), Now, out var error);
        return error;
    }

    /// <summary>The mistakes of an expression that may read a person, a number, a text, a list of partners and a day.</summary>
    public static IReadOnlyList<FeelError> Errors(string text, FeelType? expected = null)
    {
        FeelExpression.Compile(text, Names, expected, out var errors);
        return errors;
    }

    public static FeelExpression Compiled(string text)
    {
        var expression = FeelExpression.Compile(text, Names, null, out var errors);
        Assert.Empty(errors);
        return expression!;
    }

    public static FeelType.Context Names { get; } = Context(
        ("person", Context(("name", FeelType.String), ("birth_date", FeelType.Date), ("address", Context(("village", FeelType.String))))),
        ("tenure", FeelType.String), ("fee", FeelType.Number), ("urgent", FeelType.Boolean), ("since", FeelType.Date),
        ("partners", new FeelType.List(Context(("name", FeelType.String), ("share", FeelType.Number)))),
        ("first name", FeelType.String));

    private static FeelType.Context Context(params (string Name, FeelType Type)[] members) =>
        new(members.ToDictionary(m => m.Name, m => m.Type));
}
