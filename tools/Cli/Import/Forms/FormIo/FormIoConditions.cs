using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>What a component hangs on: a script, JSON logic, or simple comparisons; of several the first counts, as in form.io.</summary>
internal static class FormIoConditions
{
    public static ConditionDraft? Read(JsonObject component, Carrying carrying)
    {
        var (simple, script) = (component.At("conditional"), component.Text("customConditional"));
        var logic = simple.At("json") as JsonObject;
        if (script is null && logic is not { Count: > 0 } && !IsSimple(simple))
        {
            return null;
        }

        var found = carrying.Find(Part.Conditions, component.Text("key") ?? component.Text("type") ?? "?");
        try
        {
            return new(found, script is not null ? ShowScript.Read(script) : logic is { Count: > 0 } ? JsonLogic.Read(logic) : Simple(simple!));
        }
        catch (NotCarriedException error)
        {
            found.Lose(error.Message);
            return new(found, null);
        }
    }

    private static bool IsSimple(JsonNode? simple) => simple.Text("show") is not null && (simple.Text("when") is not null || simple.List("conditions").Any());

    private static Term Simple(JsonNode simple)
    {
        List<Term> tests = simple.Text("when") is { } name ? [Term.Is(new Answer(name), simple.At("eq").Plain())] : [.. simple.List("conditions").Select(Test)];
        var all = simple.Text("conjunction") == "any" ? Term.Or(tests) : Term.And(tests)!;
        return simple.Flag("show") ? all : new Not(all);
    }

    private static Term Test(JsonObject condition)
    {
        var (of, value) = (new Answer(condition.Text("component") ?? ""), new Fixed(condition.At("value").Plain()));
        return condition.Text("operator") switch
        {
            "isEqual" or "isDateEqual" => new Test("=", of, value),
            "isNotEqual" or "isNotDateEqual" => new Test("!=", of, value),
            "isEmpty" => new Call("unanswered", of),
            "isNotEmpty" => new Call("answered", of),
            "includes" => new Call("includes", of, value),
            "notIncludes" => new Not(new Call("includes", of, value)),
            "startsWith" => new Call("starts-with", of, value),
            "endsWith" => new Call("ends-with", of, value),
            "lessThan" or "dateLessThan" => new Test("<", of, value),
            "lessThanOrEqual" or "dateLessThanOrEqual" => new Test("<=", of, value),
            "greaterThan" or "dateGreaterThan" => new Test(">", of, value),
            "greaterThanOrEqual" or "dateGreaterThanOrEqual" => new Test(">=", of, value),
            var other => throw new NotCarriedException($"the comparison '{other}' is not known"),
        };
    }
}
