using Platform.Cli.Import.Forms.Terms;
using Platform.Cli.Import.Sources;

namespace Platform.Cli.Import.Forms.Xls;

/// <summary>The rows that ask something, or compute it.</summary>
internal sealed class XlsFields(XlsTexts texts, SourceTable? choices, Carrying carrying)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["text"] = "text",
        ["string"] = "text",
        ["integer"] = "number",
        ["int"] = "number",
        ["decimal"] = "number",
        ["range"] = "number",
        ["date"] = "date",
        ["time"] = "time",
        ["dateTime"] = "date",
        ["datetime"] = "date",
        ["select_one"] = "choice",
        ["select_multiple"] = "choices",
        ["image"] = "file",
        ["photo"] = "file",
        ["file"] = "file",
        ["acknowledge"] = "declaration",
        ["trigger"] = "declaration",
        ["calculate"] = "computed",
        ["barcode"] = "text",
    };

    // What a device notes by itself; the platform has its own record of who filed what and when.
    private static readonly string[] Noted = ["start", "end", "today", "deviceid", "username", "simserial", "subscriberid", "phonenumber", "email", "audit", "start-geopoint", "background-audio"];

    private static readonly string[] Known =
        ["type", "name", "label", "hint", "constraint_message", "required_message", "required", "relevant", "constraint", "calculation", "default", "appearance", "repeat_count", "choice_filter", "read_only", "readonly", "parameters"];

    /// <summary>Columns that say nothing to this platform are told once.</summary>
    public void PassColumns(SourceTable survey)
    {
        foreach (var column in (survey.Columns ?? []).Where(c => c.Length > 0 && !Known.Contains(c.Split(':')[0].Trim()) && survey.Rows.Any(r => r.First(c) is not null)))
        {
            carrying.Note($"the column {column}", "nothing here is like it");
        }
    }

    public void Read(SourceRow row, IReadOnlyList<ConditionDraft> outside, Action<QuestionDraft> add)
    {
        var words = row.First("type")!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (kind, name) = (words[0].StartsWith("select", StringComparison.OrdinalIgnoreCase) ? words[0].ToLowerInvariant() : words[0], row.First("name") ?? row.Place);
        if (kind == "note" || Noted.Contains(kind))
        {
            Pass(row, kind, name);
            return;
        }

        var field = carrying.Find(Part.Fields, name);
        var required = Required(row, name);
        var file = kind is "image" or "photo" or "file" or "audio" or "video" ? carrying.Find(Part.Files, name) : null;
        var own = Relevant(row);
        if (!Types.TryGetValue(kind, out var type))
        {
            var reason = $"there is no question like '{row.First("type")}'";
            new[] { field, required, file }.Concat(own.Select(c => c.Found)).ToList().ForEach(f => f?.Lose(reason));
            return;
        }

        var question = new QuestionDraft(name, type, texts.Of(row, "label") ?? FormText.Of(name)!) { Optional = required is null || required.Lost is not null, Hint = texts.Of(row, "hint") };
        question.Counted.AddRange(new[] { field, required, file }.OfType<Found>());
        question.When.AddRange([.. outside, .. own]);
        Details(row, kind, words, question);
        Checks(row, question, name);
        add(question);
    }

    public QuestionDraft Repeat(SourceRow row)
    {
        var name = row.First("name") ?? row.Place;
        var group = new QuestionDraft(name, "group", texts.Of(row, "label") ?? FormText.Of(name)!) { Optional = row.First("repeat_count") is null, Hint = texts.Of(row, "hint") };
        group.Counted.Add(carrying.Find(Part.Repeats, name));
        if (row.First("repeat_count") is { } count)
        {
            Checked(name, count, term => group.Must.Add((name, new Test("=", new Call("count", new Own()), term))));
            group.Add("min", "0");
        }

        return group;
    }

    /// <summary>On what a row hangs; empty where it is always asked.</summary>
    public IReadOnlyList<ConditionDraft> Relevant(SourceRow row)
    {
        if (row.First("relevant") is not { } text)
        {
            return [];
        }

        var found = carrying.Find(Part.Conditions, row.First("name") ?? row.Place);
        try
        {
            return [new(found, XPathReader.Read(text))];
        }
        catch (NotCarriedException error)
        {
            found.Lose($"{text}: {error.Message}");
            return [new(found, null)];
        }
    }

    private Found? Required(SourceRow row, string name)
    {
        var text = row.First("required")?.ToLowerInvariant();
        if (text is null or "no" or "false" or "false()")
        {
            return null;
        }

        var found = carrying.Find(Part.Required, name);
        if (text is not ("yes" or "true" or "true()"))
        {
            found.Lose($"only where {row.First("required")}: put it into 'must'");
        }

        return found;
    }

    private void Pass(SourceRow row, string kind, string name)
    {
        Relevant(row).ToList().ForEach(c => c.Found.Lose("what hangs on it is no question"));
        carrying.Note(name, kind == "note" ? $"a note between questions: \"{texts.Of(row, "label")?.By.Values.First()}\"" : $"'{kind}': the platform keeps its own record of who filed what and when");
    }

    private void Details(SourceRow row, string kind, string[] words, QuestionDraft question)
    {
        switch (kind)
        {
            case "integer" or "int":
                question.Add("whole", "true");
                break;
            case "range":
                Range(row, question);
                break;
            case "text" or "string" when row.First("appearance")?.Contains("multiline", StringComparison.Ordinal) == true:
                question.Type = "long-text";
                break;
            case "dateTime" or "datetime":
                carrying.Note(question.Key, "the time of day: the date is asked");
                break;
            case "date" when row.First("appearance") is "month-year" or "year":
                question.Add("precision", row.First("appearance") == "year" ? "year" : "month");
                break;
            case "image" or "photo":
                question.Accept.AddRange(["jpeg", "png", "webp", "heic"]);
                break;
            case "calculate":
                Calculated(row, question);
                break;
            case "select_one" or "select_multiple":
                Options(words.ElementAtOrDefault(1), question);
                break;
        }
    }

    private static void Range(SourceRow row, QuestionDraft question)
    {
        foreach (var part in (row.First("parameters") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Where(p => p.Length == 2))
        {
            question.Add(part[0] switch { "start" => "min", "end" => "max", _ => "whole" }, part[0] is "start" or "end" ? part[1] : part[1] == "1" ? "true" : null);
        }
    }

    private static void Calculated(SourceRow row, QuestionDraft question)
    {
        question.Optional = true;
        if (!Checked(question.Key, row.First("calculation") ?? "''", term => question.Value = term, out var reason))
        {
            question.Counted.ForEach(c => c.Lose($"{row.First("calculation")}: {reason}"));
            question.Value = new Fixed(null);
        }
    }

    private void Options(string? list, QuestionDraft question)
    {
        var rows = (choices?.Rows ?? []).Where(c => (c.First("list_name") ?? c.First("list name")) == list && c.First("name") is not null);
        question.Options.AddRange(rows.DistinctBy(c => c.First("name")).Select(c => new OptionDraft(c.First("name")!, texts.Of(c, "label") ?? FormText.Of(c.First("name"))!)));
        if (question.Options.Count == 0)
        {
            question.Type = "text";
            carrying.Note(question.Key, $"the list '{list}' is not in the sheet 'choices': it is asked as text");
        }
    }

    private void Checks(SourceRow row, QuestionDraft question, string name)
    {
        question.Error = texts.Of(row, "constraint_message");
        if (row.First("constraint") is { } constraint)
        {
            Checked(name, constraint, term => question.Must.Add((name, term)));
        }

        foreach (var (column, why) in new[] { ("default", "the answer it begins with"), ("choice_filter", "that its choices hang on another answer"), ("read_only", "that it is only shown"), ("readonly", "that it is only shown") })
        {
            if (row.First(column) is { } text and not ("no" or "false"))
            {
                carrying.Note(name, $"{why}: {text}");
            }
        }
    }

    private void Checked(string name, string text, Action<Term> take)
    {
        if (!Checked(name, text, take, out var reason))
        {
            carrying.Note(name, $"{text}: {reason}");
        }
    }

    private static bool Checked(string name, string text, Action<Term> take, out string? reason)
    {
        reason = null;
        try
        {
            take(XPathReader.Read(text));
        }
        catch (NotCarriedException error)
        {
            reason = error.Message;
        }

        return reason is null && name.Length > 0;
    }
}
