using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>
/// A place, chosen from large to small: the first select is there at once, the next as soon as the one above is chosen, with or without JavaScript.
/// Fields are named by level (<c>village.province</c>); a client may send the code alone.
/// </summary>
internal class AreaQuestion(NodeReader reader, IReadOnlyList<AreaLevel> levels) : Question(reader), IQuestion<AreaQuestion>
{
    /// <summary>From the largest to the one asked for.</summary>
    public IReadOnlyList<AreaLevel> Levels => levels;

    /// <summary>The part in which a client sends the code alone.</summary>
    protected virtual string Whole => "";

    public override FeelType Type => FeelType.String;

    public override bool HasSeveralFields => true;

    public override bool FitsCell => false;

    public static AreaQuestion Read(NodeReader reader, SectionContext context) => new(reader, LevelsOf(reader, context));

    /// <summary>From the largest to the one that the question names.</summary>
    protected static IReadOnlyList<AreaLevel> LevelsOf(NodeReader reader, SectionContext context)
    {
        var level = reader.RequiredScalar("level");
        var at = context.Pack.AreaLevels.ToList().FindIndex(l => l.Id == level?.Value);
        // A level that places have but pack.yaml does not is a mistake there, and was reported with the places.
        if (level is not null && at < 0 && context.Pack.AreaLevels.Count > 0 && !context.Pack.Areas.OfLevel(level.Value).Any())
        {
            reader.Problems.AddUnknown(level.Source, "There is no level '{0}' in 'area-levels' of pack.yaml", level.Value, [.. context.Pack.AreaLevels.Select(l => l.Id)]);
        }

        return [.. context.Pack.AreaLevels.Take(at + 1)];
    }

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed[Whole] is { Length: > 0 } code)
        {
            return Checked(reading.Pack.Areas.Find(code), reading);
        }

        var open = Steps(typed, reading.Pack, reading.Today).LastOrDefault();
        if (open?.Chosen is null && !typed.IsEmpty)
        {
            reading.Add(reading.T["Choose: {0}", reading.T.Pack((open?.Level ?? levels[0]).Title).Value], (open?.Level ?? levels[0]).Id);
        }

        return open?.Chosen is { } area && area.Level == levels[^1].Id ? Checked(area, reading) : null;
    }

    /// <summary>The selects to show: those with a choice made, and the next one.</summary>
    /// <param name="day">Places that are not there on it are offered only where they were chosen already.</param>
    public IEnumerable<AreaStep> Steps(Typed typed, Pack pack, DateOnly day)
    {
        var known = typed[Whole].Length > 0 ? ToTyped(typed[Whole], pack) : typed;
        var above = (Area?)null;
        foreach (var level in levels)
        {
            var choices = pack.Areas.Children(above?.Code).Where(a => a.Level == level.Id && (a.IsValidOn(day) || a.Code == known[level.Id])).ToList();
            var chosen = choices.Find(a => a.Code == known[level.Id]);
            yield return new(level, choices, chosen);
            if (chosen is null)
            {
                yield break;
            }

            above = chosen;
        }
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => showing.Pack.Areas.Find((string)answer!) is { } area
        ? string.Join(", ", area.Upwards().Select(a => a.Name(showing.Language)))
        : (string)answer!;

    public override string FirstPart(Pack pack) => levels[0].Id;

    public override string Missing(IStringLocalizer t, string label) => t["{0}: choose a place", label];

    private JsonValue? Checked(Area? area, AnswerReading reading)
    {
        if (area?.Level == levels[^1].Id)
        {
            if (area.Upwards().FirstOrDefault(a => !a.IsValidOn(reading.Today)) is { } gone)
            {
                reading.Add(Gone(gone, reading), gone.Level);
            }

            return JsonValue.Create(area.Code);
        }

        reading.Add(reading.T["Choose: {0}", reading.T.Pack(levels[^1].Title).Value], levels[0].Id);
        return null;
    }

    private static string Gone(Area area, AnswerReading reading)
    {
        var language = System.Globalization.CultureInfo.CurrentUICulture.Name;
        return area.ReplacedBy is { } code && reading.Pack.Areas.Find(code) is { } next
            ? reading.T["{0} is now part of {1}: choose the place again", area.Name(language), next.Name(language)]
            : reading.T["{0} is not there any more: choose the place again", area.Name(language)];
    }

    private static Typed ToTyped(string code, Pack pack) =>
        (pack.Areas.Find(code)?.Upwards() ?? []).Aggregate(Typed.Nothing, (typed, area) => typed.With(area.Level, area.Code));
}

/// <summary>One select of the cascade.</summary>
internal sealed record AreaStep(AreaLevel Level, IReadOnlyList<Area> Choices, Area? Chosen);

/// <summary>One of the pack's public bodies.</summary>
internal sealed class OrganizationQuestion(NodeReader reader) : Question(reader), IQuestion<OrganizationQuestion>
{
    public override FeelType Type => FeelType.String;

    public static OrganizationQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (reading.Pack.Organizations.Find(typed[""]) is null)
        {
            reading.Add(reading.T["Choose one of the organizations"]);
        }

        return JsonValue.Create(typed[""]);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) =>
        showing.Pack.Organizations.Find((string)answer!) is { } body ? showing.Text(body.Name) : (string)answer!;
}
