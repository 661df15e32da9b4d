using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.JsonSchemas;

/// <summary>Properties that are questions.</summary>
internal sealed class SchemaFields(SchemaReferences references, Carrying carrying)
{
    private const int LongAnswer = 250;

    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["date"] = "date",
        ["date-time"] = "date",
        ["time"] = "time",
        ["email"] = "email",
        ["idn-email"] = "email",
        ["phone"] = "phone",
        ["tel"] = "phone",
        ["binary"] = "file",
        ["byte"] = "file",
        ["data-url"] = "file",
        ["textarea"] = "long-text",
    };

    private static readonly string[] Known =
    [
        "type", "title", "description", "format", "enum", "enumNames", "oneOf", "anyOf", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "items", "minItems", "maxItems", "uniqueItems", "contentEncoding", "contentMediaType", "default", "readOnly", "examples", "$comment", "$id", "$anchor", "deprecated",
    ];

    public static bool IsObject(JsonObject schema) => (schema.Text("type") == "object" || schema["properties"] is not null) && schema["properties"] is JsonObject { Count: > 0 };

    public QuestionDraft? Read(string name, JsonObject schema, bool required, string path)
    {
        var where = path + name;
        var kind = Kind(schema, required: ref required);
        var files = kind == "array" && references.Resolve(schema["items"]) is { } item && TypeOf(item, "string") == "file" ? item : null;
        var type = files is not null ? "file" : TypeOf(schema, kind);
        var counted = Counted(where, required, type == "file");
        if (type is null || schema.Flag("readOnly"))
        {
            counted.ForEach(c => c.Lose(type is null ? $"there is no question like '{kind}'{(schema.Text("format") is { } format ? $" ({format})" : "")}" : "it is read-only: nobody is asked"));
            return null;
        }

        var question = Asked(name, type, schema, required, path);
        question.Counted.AddRange(counted);
        Details(files ?? schema, question, where);
        return files is null ? question : Several(question, schema, where);
    }

    public QuestionDraft Group(string name, JsonObject schema, bool required, string path)
    {
        var group = Asked(name, "group", schema, required || schema.Number("minItems") > 0, path);
        group.Counted.AddRange(new[] { carrying.Find(Part.Repeats, path + name), required ? carrying.Find(Part.Required, path + name) : null }.OfType<Found>());
        group.Add("min", schema.Number("minItems").Plain());
        group.Add("max", schema.Number("maxItems").Plain());
        return group;
    }

    // A property is known by its own name and by its path.
    private static QuestionDraft Asked(string name, string type, JsonObject schema, bool required, string path)
    {
        var question = new QuestionDraft(name, type, FormText.Of(schema.Text("title")) ?? FormText.Of(name)!) { Hint = FormText.Of(schema.Text("description")), Optional = !required };
        question.OtherKeys.Add(path + name);
        return question;
    }

    private List<Found> Counted(string where, bool required, bool file) =>
        [.. new[] { carrying.Find(Part.Fields, where), required ? carrying.Find(Part.Required, where) : null, file ? carrying.Find(Part.Files, where) : null }.OfType<Found>()];

    private QuestionDraft Several(QuestionDraft file, JsonObject schema, string where)
    {
        var group = file.Several(carrying.Find(Part.Repeats, where));
        group.Add("min", schema.Number("minItems").Plain());
        group.Add("max", schema.Number("maxItems").Plain());
        return group;
    }

    // ["string", "null"] may be left empty.
    private static string Kind(JsonObject schema, ref bool required)
    {
        if (schema["type"] is not JsonArray several)
        {
            return schema.Text("type") ?? "string";
        }

        required &= several.All(t => t!.ToString() != "null");
        return several.Select(t => t!.ToString()).FirstOrDefault(t => t != "null") ?? "string";
    }

    private string? TypeOf(JsonObject schema, string kind) => kind switch
    {
        "boolean" => schema["const"] is not null ? "declaration" : "yes-no",
        "integer" or "number" => Choices(schema).Count > 0 ? "choice" : "number",
        "array" => references.Resolve(schema["items"]) is { } item && Choices(item).Count > 0 ? "choices" : null,
        "string" when schema.Text("contentMediaType") is not null || schema.Text("contentEncoding") == "base64" => "file",
        "string" when Choices(schema).Count > 0 => "choice",
        "string" when schema.Text("format") is { } format && Formats.TryGetValue(format, out var type) => type,
        "string" => schema.Number("maxLength") > LongAnswer ? "long-text" : "text",
        _ => null,
    };

    private static List<OptionDraft> Choices(JsonObject schema) =>
        schema["enum"] is JsonArray values ? [.. values.Where(v => v is not null).Select((v, at) => new OptionDraft(v!.ToString(), FormText.Of((schema["enumNames"] as JsonArray)?.ElementAtOrDefault(at)?.ToString() ?? v.ToString())!))]
        : [.. schema.List("oneOf").Concat(schema.List("anyOf")).Where(o => o["const"] is not null).Select(o => new OptionDraft(o["const"]!.ToString(), FormText.Of(o.Text("title") ?? o["const"]!.ToString())!))];

    private void Details(JsonObject schema, QuestionDraft question, string where)
    {
        foreach (var (key, said) in schema.Where(k => !Known.Contains(k.Key)))
        {
            carrying.Note(where, $"'{key}': {said?.ToJsonString()}");
        }

        question.Options.AddRange(question.Type == "choices" ? Choices(references.Resolve(schema["items"])!) : question.Type == "choice" ? Choices(schema) : []);
        switch (question.Type)
        {
            case "number":
                Number(schema, question, where);
                break;
            case "text" or "long-text" or "email" or "phone":
                Text(schema, question, where);
                break;
            case "choices":
                question.Add("min", schema.Number("minItems").Plain());
                question.Add("max", schema.Number("maxItems").Plain());
                break;
            case "date" when schema.Text("format") == "date-time":
                carrying.Note(where, "the time of day: the date is asked");
                break;
            case "file":
                FileKinds.Put(question, schema.Text("contentMediaType"), null, where, carrying);
                break;
        }

        if (schema["default"] is { } value && value.ToString() is not ("" or "false"))
        {
            carrying.Note(where, $"the answer it begins with: {value}");
        }
    }

    private void Number(JsonObject schema, QuestionDraft question, string where)
    {
        question.Add("min", schema.Number("minimum").Plain());
        question.Add("max", schema.Number("maximum").Plain());
        question.Add("whole", schema.Text("type") == "integer" || schema.Number("multipleOf") == 1 ? "true" : null);
        foreach (var (key, sign) in new[] { ("exclusiveMinimum", ">"), ("exclusiveMaximum", "<") })
        {
            if (schema.Number(key) is { } bound)
            {
                question.Must.Add((where, new Test(sign, new Own(), new Fixed(bound))));
            }
        }

        if (schema.Number("multipleOf") is { } step and not 1)
        {
            carrying.Note(where, $"that it is a multiple of {step.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }
    }

    private void Text(JsonObject schema, QuestionDraft question, string where)
    {
        question.Add("max-length", question.Type is "text" or "long-text" ? schema.Number("maxLength").Plain() : null);
        if (schema.Number("minLength") is > 1 and var least)
        {
            question.Must.Add((where, new Test(">=", new Call("length", new Own()), new Fixed(least))));
        }

        if (schema.Text("pattern") is { } pattern)
        {
            question.Must.Add((where, new Call("matches", new Own(), new Fixed(pattern))));
        }

        if (schema.Text("format") is { } format && !Formats.ContainsKey(format))
        {
            carrying.Note(where, $"that it is of the format '{format}'");
        }
    }
}
