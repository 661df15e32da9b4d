using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>The components that ask something.</summary>
internal sealed partial class FormIoFields(Carrying carrying, FormIoTexts texts)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["textfield"] = "text",
        ["textarea"] = "long-text",
        ["number"] = "number",
        ["currency"] = "money",
        ["checkbox"] = "yes-no",
        ["selectboxes"] = "choices",
        ["select"] = "choice",
        ["radio"] = "choice",
        ["email"] = "email",
        ["phoneNumber"] = "phone",
        ["url"] = "text",
        ["datetime"] = "date",
        ["day"] = "date",
        ["time"] = "time",
        ["file"] = "file",
        ["tags"] = "text",
        ["address"] = "long-text",
    };

    private static readonly string[] Scripts = ["calculateValue", "customDefaultValue", "logic"];

    private static readonly (string Key, string What)[] Passed =
        [("placeholder", "the words in the empty field"), ("inputMask", "the mask of what is typed"), ("prefix", "what stands before the answer")];

    private static readonly string[] WordLimits = ["minWords", "maxWords"];

    /// <summary>What asks nothing: a button, a note. Only a note's words are worth telling of.</summary>
    public void Pass(JsonObject component, ConditionDraft? when)
    {
        var where = Where(component);
        when?.Found.Lose("what it hangs on is no question");
        if (component.Text("type") is "content" or "htmlelement" && texts.Of(component.Text("html") ?? component.Text("content")) is { } words)
        {
            carrying.Note(where, $"a note between questions: \"{Short(words.In(""))}\"");
        }
    }

    public void Read(JsonObject component, IReadOnlyList<ConditionDraft> when, Action<QuestionDraft> add)
    {
        var (where, kind) = (Where(component), component.Text("type") ?? "");
        var field = carrying.Find(Part.Fields, where);
        var required = component.At("validate").Flag("required") ? carrying.Find(Part.Required, where) : null;
        var file = kind == "file" ? carrying.Find(Part.Files, where) : null;
        if (!Types.TryGetValue(kind, out var type))
        {
            var reason = kind == "hidden" ? "it is hidden: nobody is asked" : $"there is no question like a '{kind}'";
            new[] { field, required, file }.ToList().ForEach(f => f?.Lose(reason));
            when.ToList().ForEach(w => w.Found.Lose(reason));
            return;
        }

        var question = new QuestionDraft(component.Text("key") ?? where, type, texts.Of(component.Text("label")) ?? FormText.Of(where)!) { Optional = required is null, Hint = texts.Of(component.Text("description") ?? component.Text("tooltip")) };
        question.Counted.AddRange(new[] { field, required, file }.OfType<Found>());
        Details(component, kind, question, where);
        Validate(component, question, where);
        Rest(component, where);
        if (component.Flag("multiple") && kind is not ("select" or "tags"))
        {
            question = question.Several(carrying.Find(Part.Repeats, where));
        }

        question.When.AddRange(when);
        add(question);
    }

    public QuestionDraft Group(JsonObject component, IReadOnlyList<ConditionDraft> when)
    {
        var (where, rule) = (Where(component), component.At("validate"));
        var required = rule.Flag("required") ? carrying.Find(Part.Required, where) : null;
        var group = new QuestionDraft(component.Text("key") ?? where, "group", texts.Of(component.Text("label")) ?? FormText.Of(where)!) { Optional = required is null, Hint = texts.Of(component.Text("description")) };
        group.Counted.AddRange(new[] { carrying.Find(Part.Repeats, where), required }.OfType<Found>());
        group.Add("min", rule.Number("minLength").Plain());
        group.Add("max", rule.Number("maxLength").Plain());
        group.When.AddRange(when);
        Rest(component, where);
        return group;
    }

    private void Details(JsonObject component, string kind, QuestionDraft question, string where)
    {
        switch (kind)
        {
            case "checkbox" when !question.Optional:
                question.Type = "declaration";
                break;
            case "select" or "radio" or "selectboxes":
                Choices(component, kind, question, where);
                break;
            case "datetime" when component.Flag("enableTime", absent: true) && !component.Flag("enableDate", absent: true):
                question.Type = "time";
                break;
            case "datetime" when component.Flag("enableTime", absent: true):
                carrying.Note(where, "the time of day: the date is asked");
                break;
            case "day" when component.At("fields").At("day").Flag("hide"):
                question.Add("precision", component.At("fields").At("month").Flag("hide") ? "year" : "month");
                break;
            case "file":
                FileKinds.Put(question, component.Text("filePattern"), component.Text("fileMaxSize"), where, carrying);
                break;
        }
    }

    private void Choices(JsonObject component, string kind, QuestionDraft question, string where)
    {
        var values = kind == "select" ? component.At("data").List("values") : component.List("values");
        question.Options.AddRange(values.Where(v => v.Text("value") is not null).Select(v => new OptionDraft(v.Text("value")!, texts.Of(v.Text("label")) ?? FormText.Of(v.Text("value"))!)));
        question.Type = component.Flag("multiple") || kind == "selectboxes" ? "choices" : "choice";
        if (question.Options.Count == 0)
        {
            question.Type = "text";
            carrying.Note(where, $"what can be chosen comes from elsewhere ({component.Text("dataSrc") ?? "no list"}): it is asked as text");
        }
    }

    private void Validate(JsonObject component, QuestionDraft question, string where)
    {
        var rule = component.At("validate");
        question.Error = texts.Of(rule.Text("customMessage"));
        var isNumber = question.Type is "number" or "money";
        question.Add("min", isNumber ? rule.Number("min").Plain() : null);
        question.Add("max", isNumber ? rule.Number("max").Plain() : null);
        question.Add("unit", question.Type == "number" ? texts.Of(component.Text("suffix"))?.In("") : null);
        question.Add("whole", question.Type == "number" && (rule.Text("step") == "1" || rule.Flag("integer") || component.Text("decimalLimit") == "0") ? "true" : null);
        question.Add("max-length", question.Type is "text" or "long-text" ? rule.Number("maxLength").Plain() : null);
        if (question.Type == "choices")
        {
            question.Add("min", rule.Number("minSelectedCount").Plain());
            question.Add("max", rule.Number("maxSelectedCount").Plain());
        }

        if (rule.Number("minLength") is > 0 and var least)
        {
            question.Must.Add((where, new Test(">=", new Call("length", new Own()), new Fixed(least))));
        }

        if (rule.Text("pattern") is { } pattern)
        {
            question.Must.Add((where, new Call("matches", new Own(), new Fixed(Patterns.Whole(pattern)))));
        }

        if (rule.At("json") is JsonObject logic)
        {
            Json(logic, question, where);
        }

        foreach (var key in WordLimits.Where(k => rule.Text(k) is not null))
        {
            carrying.Note(where, $"'{key}': {rule.Text(key)}");
        }

        if (rule.Text("custom") is { } script)
        {
            carrying.Note(where, $"a check in JavaScript: {Short(script)}");
        }
    }

    private void Json(JsonObject logic, QuestionDraft question, string where)
    {
        try
        {
            question.Must.Add((where, JsonLogic.Read(logic)));
        }
        catch (NotCarriedException error)
        {
            carrying.Note(where, $"a check: {error.Message}");
        }
    }

    private void Rest(JsonObject component, string where)
    {
        foreach (var key in Scripts.Where(k => component[k] is JsonArray { Count: > 0 } || component.Text(k) is not null))
        {
            carrying.Note(where, $"'{key}': {Short(component[key]!.ToString())}");
        }

        foreach (var (key, what) in Passed.Where(p => component.Text(p.Key) is not null))
        {
            carrying.Note(where, $"{what}: {Short(component.Text(key)!)}");
        }

        if (component.Text("defaultValue") is { } value && value is not ("false" or "0"))
        {
            carrying.Note(where, $"the answer it begins with: {Short(value)}");
        }
    }

    private static string Where(JsonObject component) => component.Text("key") ?? component.Text("label") ?? component.Text("type") ?? "?";

    private static string Short(string text) => Spaces().Replace(text, " ") is { Length: > 60 } longer ? longer[..60] + "..." : Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
