using NodaTime;
using Platform.Core.Feel;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>How the national identity number looks here.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Pattern">Its form.</param>
/// <param name="Check">A FEEL expression over <c>value</c> that must be true, for example a check digit. It reads no clock.</param>
/// <param name="Example">A number to show beside the field.</param>
/// <param name="Hint">What to say beside the field.</param>
/// <param name="BirthDate">A FEEL expression over <c>value</c> that gives the date of birth, where the number tells it.</param>
public sealed record IdNumberRule(PackText Label, PackPattern? Pattern, FeelExpression? Check, string? Example, PackText? Hint, FeelExpression? BirthDate = null)
{
    private const string Value = "value";
    private static readonly FeelType.Context Scope = new(new Dictionary<string, FeelType> { [Value] = FeelType.String });
    private static readonly FeelMoment NoClock = new(NodaConstants.UnixEpoch, DateTimeZone.Utc);

    /// <summary>True when a number has the form and passes the check. Spaces and dashes must be gone before.</summary>
    public bool Fits(string number) => (Pattern?.IsMatch(number) ?? true) && (Check is null || Of(Check, number) is true);

    /// <summary>The date of birth that a number tells; null where it tells none.</summary>
    public DateOnly? BirthDateOf(string number) => BirthDate is not null && Of(BirthDate, number) is LocalDate date ? date.ToDateOnly() : null;

    internal static IdNumberRule Read(NodeReader reader) =>
        new(reader.Text("label"), PackPattern.Read(reader, "pattern"), reader.Expression("check", Scope, FeelType.Boolean), reader.Optional("example"), reader.OptionalText("hint"),
            reader.Expression("birth-date", Scope, FeelType.Date));

    private static object? Of(FeelExpression rule, string number) => rule.Evaluate(new Dictionary<string, object?> { [Value] = number }, NoClock).Value;
}
