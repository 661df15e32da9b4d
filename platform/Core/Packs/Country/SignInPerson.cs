using NodaTime;
using Platform.Core.Feel;
using Platform.Core.People;

namespace Platform.Core.Packs;

/// <summary>What the answers of an identity provider say of a person, as FEEL expressions over them. An answer that was not given reads as null.</summary>
/// <param name="IdNumber">The identity number as the pack's rule has it.</param>
/// <param name="Names">By the ids of the pack's <c>names</c>.</param>
/// <param name="BirthDate">A date, or a text such as <c>1994-05-17</c>; null: what the number tells.</param>
/// <param name="Sex">An id of the choice list <c>sex</c>.</param>
/// <param name="Area">A code of <c>areas.csv</c>; one that is not there counts as not said.</param>
/// <param name="AddressLine">House and street.</param>
public sealed record SignInPerson(FeelExpression? IdNumber, IReadOnlyDictionary<string, FeelExpression> Names, FeelExpression? BirthDate, FeelExpression? Sex, FeelExpression? Area, FeelExpression? AddressLine)
{
    private static readonly FeelMoment NoClock = new(NodaConstants.UnixEpoch, DateTimeZone.Utc);

    internal static SignInPerson Nobody { get; } = new(null, new Dictionary<string, FeelExpression>(), null, null, null, null);

    /// <summary>The identity number; null where the answers hold none that fits the pack's rule.</summary>
    public string? NumberIn(IReadOnlyDictionary<string, object?> answers, Pack pack) =>
        Text(IdNumber, answers) is { } number && (pack.IdNumber?.Fits(number) ?? false) ? number : null;

    /// <summary>What was known before with what the answers say; what they do not say stays.</summary>
    /// <param name="number">From <see cref="NumberIn"/>.</param>
    public PersonDetails Tell(PersonDetails before, string number, IReadOnlyDictionary<string, object?> answers, Pack pack)
    {
        var names = Names.Select(n => (n.Key, Value: Text(n.Value, answers))).Where(n => n.Value is not null).ToDictionary(n => n.Key, n => n.Value!);
        return before with
        {
            VerifiedId = number,
            Name = names.Count == 0 ? before.Name : names,
            BirthDate = Date(answers) ?? Date(pack.IdNumber?.BirthDateOf(number)) ?? before.BirthDate,
            Sex = Text(Sex, answers) is { } sex && (pack.Choices.Find("sex")?.Choices.Any(c => c.Id == sex) ?? false) ? sex : before.Sex,
            Address = Address(answers, pack) ?? before.Address,
        };
    }

    internal static SignInPerson Read(NodeReader reader, FeelType.Context scope, Pack pack)
    {
        if (!reader.Has("id-number"))
        {
            reader.Missing(["id-number"], "'{0}' is missing: say with an expression which of the answers is the identity number.", "id-number");
        }

        return new(
            reader.Expression("id-number", scope, FeelType.String), reader.Map("names", r => ReadNames(r, scope, pack)) ?? [],
            reader.Expression("birth-date", scope, null), reader.Expression("sex", scope, FeelType.String),
            reader.Expression("area", scope, FeelType.String), reader.Expression("address", scope, FeelType.String));
    }

    // Each key is asked for by the name of a part: whatever else stands there is reported as not known.
    private static Dictionary<string, FeelExpression> ReadNames(NodeReader reader, FeelType.Context scope, Pack pack) =>
        pack.Names.Parts.Select(p => (p.Id, Rule: reader.Expression(p.Id, scope, FeelType.String))).Where(p => p.Rule is not null).ToDictionary(p => p.Id, p => p.Rule!);

    private PersonAddress? Address(IReadOnlyDictionary<string, object?> answers, Pack pack)
    {
        var area = Text(Area, answers) is { } code && pack.Areas.TryFind(code, out var found) ? found.Code : null;
        var line = Text(AddressLine, answers);
        return area is null && line is null ? null : new(area, line);
    }

    private PartialDate? Date(IReadOnlyDictionary<string, object?> answers) => BirthDate?.Evaluate(answers, NoClock).Value switch
    {
        LocalDate date => Date(date.ToDateOnly()),
        string text => Date(text),
        _ => null,
    };

    private static PartialDate? Date(string text)
    {
        var parts = text.Split('-');
        return PartialDate.TryRead(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "", out var date) && parts.Length <= 3 ? date : null;
    }

    private static PartialDate? Date(DateOnly? day) => day is { } known && PartialDate.TryCreate(known.Year, known.Month, known.Day, out var date) ? date : null;

    private static string? Text(FeelExpression? rule, IReadOnlyDictionary<string, object?> answers) =>
        rule?.Evaluate(answers, NoClock).Value is string text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
