using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xgov;

/// <summary>The named conditions of a form. Each is one, however many pages hang on it.</summary>
internal sealed class XgovConditions
{
    private readonly Dictionary<string, (Found Found, Func<Term> Read)> conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConditionDraft> read = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = [];

    public XgovConditions(JsonObject json, Carrying carrying)
    {
        foreach (var condition in json.List("conditions"))
        {
            var name = condition.Text("name") ?? "?";
            conditions.TryAdd(name, (carrying.Find(Part.Conditions, condition.Text("displayName") ?? name), () => Value(condition["value"])));
        }
    }

    /// <summary>A condition by its name; without a term where it cannot be understood.</summary>
    public ConditionDraft Use(string name, Carrying carrying)
    {
        used.Add(name);
        if (!read.TryGetValue(name, out var draft))
        {
            read[name] = draft = Read(name, carrying);
        }

        return draft;
    }

    /// <summary>What no page hangs on is told.</summary>
    public void Finish()
    {
        foreach (var (name, (found, _)) in conditions.Where(c => !used.Contains(c.Key)))
        {
            found.Lose("no page hangs on it");
        }
    }

    private ConditionDraft Read(string name, Carrying carrying)
    {
        if (!conditions.TryGetValue(name, out var condition))
        {
            var lost = carrying.Find(Part.Conditions, name);
            lost.Lose("a page hangs on it, but the file does not define it");
            return new(lost, null);
        }

        try
        {
            return new(condition.Found, condition.Read());
        }
        catch (NotCarriedException error)
        {
            condition.Found.Lose(error.Message);
            return new(condition.Found, null);
        }
    }

    private Term Value(JsonNode? value) => value is JsonObject model ? Group(model.List("conditions")) : throw new NotCarriedException($"it is written as text: {value}");

    // "a and b or c" is "(a and b) or c", as the runner's own expressions have it.
    private Term Group(IEnumerable<JsonObject> parts)
    {
        var alternatives = new List<List<Term>> { new() };
        foreach (var part in parts)
        {
            if (part.Text("coordinator") == "or" && alternatives[^1].Count > 0)
            {
                alternatives.Add([]);
            }

            alternatives[^1].Add(Told(part));
        }

        return alternatives[0].Count > 0 ? Term.Or([.. alternatives.Select(a => Term.And(a)!)]) : throw new NotCarriedException("it has no parts");
    }

    private Term Told(JsonObject part)
    {
        if (part.Text("conditionName") is { } other)
        {
            used.Add(other);
            return conditions.TryGetValue(other, out var named) ? named.Read() : throw new NotCarriedException($"it names the condition '{other}', which is not there");
        }

        return part.List("conditions").Any() ? Group(part.List("conditions")) : Test(part);
    }

    private static Term Test(JsonObject part)
    {
        var of = new Answer(part.At("field").Text("name") ?? throw new NotCarriedException("a part of it names no field"));
        var value = Compared(part.At("value"));
        return part.Text("operator") switch
        {
            "is" => new Test("=", of, value),
            "is not" => new Test("!=", of, value),
            "contains" => new Call("includes", of, value),
            "does not contain" => new Not(new Call("includes", of, value)),
            "is at least" => new Test(">=", of, value),
            "is more than" or "is after" => new Test(">", of, value),
            "is at most" => new Test("<=", of, value),
            "is less than" or "is before" => new Test("<", of, value),
            "is longer than" => new Test(">", new Call("length", of), Number(value)),
            "is shorter than" => new Test("<", new Call("length", of), Number(value)),
            "has length" => new Test("=", new Call("length", of), Number(value)),
            var other => throw new NotCarriedException($"the comparison '{other}' is not known"),
        };
    }

    private static Fixed Number(Term value) =>
        value is Fixed { Value: { } text } && decimal.TryParse(text.ToString(), CultureInfo.InvariantCulture, out var number) ? new Fixed(number) : throw new NotCarriedException("a length is no number");

    // "7 days in the past", told from the day of filing.
    private static Term Compared(JsonNode? value)
    {
        if (value.Text("type") != "RelativeTime")
        {
            return new Fixed(value is JsonObject ? value["value"].Plain() : value.Plain());
        }

        var period = value.Text("timePeriod");
        var span = value.Text("timeUnit") switch
        {
            "years" => new Span($"P{period}Y"),
            "months" => new Span($"P{period}M"),
            "days" => new Span($"P{period}D"),
            var unit => throw new NotCarriedException($"it counts in {unit} from now; forms know the day of filing"),
        };
        return new Sum(value.Text("direction") == "in the past" ? "-" : "+", new Call("today"), span);
    }
}
