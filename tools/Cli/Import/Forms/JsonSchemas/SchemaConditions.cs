using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.JsonSchemas;

/// <summary>What of an object holds under a condition: <c>if/then/else</c>, <c>dependentSchemas</c>, <c>dependentRequired</c>, <c>dependencies</c>, and branches told apart by a constant.</summary>
internal sealed class SchemaConditions(SchemaReferences references, Carrying carrying)
{
    private const int Deepest = 12;

    private static readonly string[] Dependent = ["dependentSchemas", "dependentRequired", "dependencies"];

    /// <param name="branch">Takes the properties of a branch, which hang on a condition.</param>
    /// <param name="isKnown">True where a property of a path is asked already.</param>
    public void Each(JsonObject schema, string path, Action<JsonObject, ConditionDraft> branch, Func<string, string, bool> isKnown)
    {
        foreach (var rule in schema.List("allOf").Select(references.Resolve).OfType<JsonObject>().Prepend(schema).Where(r => r["if"] is not null))
        {
            If(rule, path, branch, isKnown);
        }

        foreach (var part in schema.List("allOf").Select(references.Resolve).OfType<JsonObject>().Where(r => r["if"] is null))
        {
            Always(part, path, branch);
        }

        foreach (var (name, dependent) in Dependent.SelectMany(k => schema[k] as JsonObject ?? []))
        {
            Depends(name, dependent, path, branch, isKnown);
        }

        foreach (var one in schema.List("oneOf").Select(references.Resolve).OfType<JsonObject>())
        {
            Branch(one, path, branch, isKnown);
        }
    }

    private void If(JsonObject rule, string path, Action<JsonObject, ConditionDraft> branch, Func<string, string, bool> isKnown)
    {
        var found = carrying.Find(Part.Conditions, path + string.Join(", ", (rule["if"].At("properties") as JsonObject ?? []).Select(p => p.Key)));
        try
        {
            var term = Holds(references.Resolve(rule["if"])!, path);
            Under(references.Resolve(rule["then"]), new(found, term), path, branch, isKnown);
            Under(references.Resolve(rule["else"]), new(found, new Not(term)), path, branch, isKnown);
        }
        catch (NotCarriedException error)
        {
            found.Lose(error.Message);
            Under(references.Resolve(rule["then"]), new(found, null), path, branch, isKnown);
            Under(references.Resolve(rule["else"]), new(found, null), path, branch, isKnown);
        }
    }

    private void Depends(string name, JsonNode? dependent, string path, Action<JsonObject, ConditionDraft> branch, Func<string, string, bool> isKnown)
    {
        var found = carrying.Find(Part.Conditions, path + name);
        var schema = dependent is JsonArray names ? new JsonObject { ["required"] = names.DeepClone() } : references.Resolve(dependent);
        Under(schema, new(found, new Call("answered", new Answer(path + name))), path, branch, isKnown);
    }

    private void Branch(JsonObject one, string path, Action<JsonObject, ConditionDraft> branch, Func<string, string, bool> isKnown)
    {
        var fixedOnes = (one["properties"] as JsonObject ?? []).Where(p => p.Value.At("const") is not null && isKnown(path, p.Key)).ToList();
        if (one["properties"] is null)
        {
            return;
        }

        var found = carrying.Find(Part.Conditions, path + (one.Text("title") ?? string.Join(", ", fixedOnes.Select(f => f.Key).DefaultIfEmpty("oneOf"))));
        if (fixedOnes.Count == 0)
        {
            found.Lose("no constant of an answer tells this branch from the others");
        }

        var term = fixedOnes.Count == 0 ? null : Term.And([.. fixedOnes.Select(f => Term.Is(new Answer(path + f.Key), f.Value.At("const").Plain()))]);
        Under(one, new(found, term), path, branch, isKnown);
    }

    // Part of every answer, as if it stood in the object itself.
    private static void Always(JsonObject part, string path, Action<JsonObject, ConditionDraft> branch)
    {
        if (part["properties"] is not null)
        {
            branch(part, Unconditional(path));
        }
    }

    private static ConditionDraft Unconditional(string path) => new(new Found(Part.Conditions, path), null);

    // New properties are questions under the condition; of those that are asked anyway only their being required hangs on it, which forms cannot say.
    private void Under(JsonObject? schema, ConditionDraft condition, string path, Action<JsonObject, ConditionDraft> branch, Func<string, string, bool> isKnown)
    {
        if (schema is null)
        {
            return;
        }

        var own = new JsonObject();
        foreach (var (name, property) in (schema["properties"] as JsonObject ?? []).Where(p => !isKnown(path, p.Key)))
        {
            own[name] = property?.DeepClone();
        }

        foreach (var name in (schema["required"] as JsonArray ?? []).Select(r => r!.ToString()).Where(n => own[n] is null && isKnown(path, n) && (schema["properties"].At(n)).At("const") is null))
        {
            carrying.Find(Part.Required, path + name).Lose("only under a condition, while it is asked anyway: put it into 'must', or into 'when'");
            if (own.Count == 0)
            {
                condition.Found.Lose("nothing hangs on it but that an answer is required");
            }
        }

        var rest = (JsonObject)schema.DeepClone();
        rest["properties"] = own;
        branch(rest, condition);
    }

    /// <summary>What the answers must be for a schema to hold of them.</summary>
    private Term Holds(JsonObject schema, string path)
    {
        if (path.Count(c => c == '.') > Deepest)
        {
            throw new NotCarriedException("what its 'if' refers to holds itself");
        }

        var parts = new List<Term>();
        foreach (var (name, node) in schema["properties"] as JsonObject ?? [])
        {
            parts.Add(Holds(references.Resolve(node) ?? throw new NotCarriedException("its definition is not in the file"), new Answer(path + name), $"{path}{name}."));
        }

        parts.AddRange((schema["required"] as JsonArray ?? []).Select(r => r!.ToString()).Where(n => schema["properties"].At(n) is null).Select(n => new Call("answered", new Answer(path + n))));
        parts.AddRange(schema.List("allOf").Select(s => Holds(s, path)));
        if (schema.List("anyOf").ToList() is { Count: > 0 } any)
        {
            parts.Add(Term.Or([.. any.Select(s => Holds(s, path))]));
        }

        if (schema["not"] is JsonObject not)
        {
            parts.Add(new Not(Holds(not, path)));
        }

        return Term.And(parts) ?? throw new NotCarriedException("its 'if' says nothing of an answer");
    }

    private Term Holds(JsonObject schema, Answer of, string path)
    {
        var parts = new List<Term>();
        foreach (var (key, value) in schema)
        {
            parts.Add(key switch
            {
                "const" => Term.Is(of, value.Plain()),
                "enum" => new Call("among", of, new Fixed(((JsonArray)value!).Select(JsonParts.Plain).ToList())),
                "minimum" => new Test(">=", of, new Fixed(value.Plain())),
                "maximum" => new Test("<=", of, new Fixed(value.Plain())),
                "exclusiveMinimum" => new Test(">", of, new Fixed(value.Plain())),
                "exclusiveMaximum" => new Test("<", of, new Fixed(value.Plain())),
                "pattern" => new Call("matches", of, new Fixed(value!.ToString())),
                "contains" when value.At("const") is { } one => new Call("includes", of, new Fixed(one.Plain())),
                "not" => new Not(Holds((JsonObject)value!, of, path)),
                "properties" => Holds(schema, path),
                "type" or "required" or "title" or "description" => new Fixed(true),
                _ => throw new NotCarriedException($"'{key}' in its 'if' has no counterpart"),
            });
        }

        return Term.And([.. parts.Where(p => p is not Fixed { Value: true }).Distinct()]) ?? new Call("answered", of);
    }
}
