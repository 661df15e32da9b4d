using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xgov;

/// <summary>The components of a page.</summary>
internal sealed class XgovFields(JsonObject json, Carrying carrying)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["TextField"] = "text",
        ["FreeTextField"] = "long-text",
        ["MultilineTextField"] = "long-text",
        ["YesNoField"] = "yes-no",
        ["DateField"] = "date",
        ["DatePartsField"] = "date",
        ["MonthYearField"] = "date",
        ["DateTimeField"] = "date",
        ["DateTimePartsField"] = "date",
        ["TimeField"] = "time",
        ["SelectField"] = "choice",
        ["AutocompleteField"] = "choice",
        ["RadiosField"] = "choice",
        ["CheckboxesField"] = "choices",
        ["NumberField"] = "number",
        ["UkAddressField"] = "long-text",
        ["TelephoneNumberField"] = "phone",
        ["EmailAddressField"] = "email",
        ["FileUploadField"] = "file",
        ["WebsiteField"] = "text",
    };

    private static readonly string[] Notes = ["Para", "Html", "Details", "InsetText", "FlashCard", "List", "WarningText"];

    /// <summary>One question, or none: of a note, and of what has no counterpart.</summary>
    public IEnumerable<QuestionDraft> Read(JsonObject component, string? section)
    {
        var (kind, where) = (component.Text("type") ?? "", component.Text("name") ?? component.Text("type") ?? "?");
        if (Notes.Contains(kind))
        {
            carrying.Note(where, $"a note on the page ({kind})");
            return [];
        }

        var field = carrying.Find(Part.Fields, where);
        var required = component.At("options").Flag("required", absent: true) ? carrying.Find(Part.Required, where) : null;
        var file = kind == "FileUploadField" ? carrying.Find(Part.Files, where) : null;
        Found[] counted = [.. new[] { field, required, file }.OfType<Found>()];
        if (!Types.TryGetValue(kind, out var type))
        {
            Array.ForEach(counted, c => c.Lose($"there is no question like a '{kind}'"));
            return [];
        }

        var question = new QuestionDraft(where, type, FormText.Of(component.Text("title")) ?? FormText.Of(where)!) { Optional = required is null, Hint = FormText.Of(component.Text("hint")) };
        question.Counted.AddRange(counted);
        if (section is not null)
        {
            question.OtherKeys.Add($"{section}.{where}");
        }

        Details(component, kind, question, where);
        Schema(component.At("schema"), question, where);
        return [kind == "FileUploadField" && component.At("options").Flag("multiple") ? question.Several(carrying.Find(Part.Repeats, where)) : question];
    }

    private void Details(JsonObject component, string kind, QuestionDraft question, string where)
    {
        switch (kind)
        {
            case "MonthYearField":
                question.Add("precision", "month");
                break;
            case "DateTimeField" or "DateTimePartsField":
                carrying.Note(where, "the time of day: the date is asked");
                break;
            case "UkAddressField":
                carrying.Note(where, "the look-up of addresses: it is asked as text");
                break;
            case "YesNoField":
                break;
            default:
                Options(component, question, where);
                break;
        }

        if (component.At("options").Text("prefix") is { } prefix)
        {
            carrying.Note(where, $"what stands before the answer: {prefix}");
        }

        question.Add("unit", kind == "NumberField" ? component.At("options").Text("suffix") : null);
        if (component.At("options").Text("customValidationMessage") is { } message)
        {
            question.Error = FormText.Of(message);
        }
    }

    private void Options(JsonObject component, QuestionDraft question, string where)
    {
        if (component.Text("list") is not { } name)
        {
            return;
        }

        var items = json.List("lists").FirstOrDefault(l => l.Text("name") == name || l.Text("id") == name).List("items");
        question.Options.AddRange(items.Select(i => new OptionDraft(i.Text("value") ?? i.Text("text")!, FormText.Of(i.Text("text") ?? i.Text("value"))!) { Hint = FormText.Of(i.Text("description") ?? i.Text("hint")) }));
        if (question.Options.Count == 0)
        {
            question.Type = "text";
            carrying.Note(where, $"the list '{name}' is not in the file: it is asked as text");
        }
    }

    private void Schema(JsonNode? schema, QuestionDraft question, string where)
    {
        if (question.Type is "number")
        {
            question.Add("min", schema.Number("min").Plain());
            question.Add("max", schema.Number("max").Plain());
            question.Add("whole", schema.Text("integer") is "true" || schema.Text("precision") == "0" ? "true" : null);
        }
        else if (question.Type is "text" or "long-text")
        {
            question.Add("max-length", (schema.Number("max") ?? schema.Number("length")).Plain());
            if (schema.Number("min") is > 0 and var least)
            {
                question.Must.Add((where, new Test(">=", new Call("length", new Own()), new Fixed(least))));
            }

            if (schema.Text("regex") is { } pattern)
            {
                question.Must.Add((where, new Call("matches", new Own(), new Fixed(pattern))));
            }
        }

        if (schema.Text("maxwords") is { } words)
        {
            carrying.Note(where, $"at most {words} words");
        }
    }
}
