using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms;

/// <summary>A text by language tag; without languages under the empty tag.</summary>
internal sealed record FormText(IReadOnlyDictionary<string, string> By)
{
    public static FormText? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(new Dictionary<string, string> { [""] = text.Trim() });

    /// <summary>In a language, else without one, else in any.</summary>
    public string In(string language) => By.GetValueOrDefault(language) ?? By.GetValueOrDefault("") ?? By.Values.First();
}

/// <summary>A form of another system, in the terms of this one.</summary>
internal sealed class FormDraft
{
    public FormText? Title { get; set; }

    public FormText? Summary { get; set; }

    /// <summary>The tag that the form says its first language is; empty: it says none.</summary>
    public string Language { get; set; } = "";

    public List<PageDraft> Pages { get; } = [];

    public Carrying Carrying { get; } = new();

    /// <summary>All questions in the order in which they are asked, those of groups after their group.</summary>
    public IEnumerable<QuestionDraft> Questions => Pages.SelectMany(p => p.Questions).SelectMany(q => q.All);
}

internal sealed class PageDraft(string key)
{
    public string Key => key;

    public string Id { get; set; } = "";

    public FormText? Title { get; set; }

    public List<ConditionDraft> When { get; } = [];

    public List<QuestionDraft> Questions { get; } = [];
}

/// <summary>A condition of the source. It may hang on several questions; it is carried if it could be written for all of them.</summary>
/// <param name="Term">Null: it could not be understood, and says so already.</param>
internal sealed record ConditionDraft(Found Found, Term? Term);

internal sealed record OptionDraft(string Value, FormText Label)
{
    public string Id { get; set; } = "";

    public FormText? Hint { get; init; }
}

/// <summary>A question of the source.</summary>
internal sealed class QuestionDraft(string key, string type, FormText label)
{
    /// <summary>Its name in the source.</summary>
    public string Key => key;

    /// <summary>Further names by which conditions of the source call it.</summary>
    public List<string> OtherKeys { get; } = [];

    /// <summary>A question type of this platform.</summary>
    public string Type { get; set; } = type;

    public string Id { get; set; } = "";

    public FormText Label { get; set; } = label;

    public FormText? Hint { get; set; }

    public FormText? Error { get; set; }

    public bool Optional { get; set; }

    public List<ConditionDraft> When { get; } = [];

    /// <summary>What must hold of the answer, each with the words that name it in the source.</summary>
    public List<(string Where, Term Term)> Must { get; } = [];

    /// <summary>Of a computed question.</summary>
    public Term? Value { get; set; }

    /// <summary>Further keys of its type, ready to write: <c>max-length</c>, <c>min</c>, <c>accept</c>.</summary>
    public List<(string Key, string Value)> Keys { get; } = [];

    public List<string> Accept { get; } = [];

    public List<OptionDraft> Options { get; } = [];

    /// <summary>Of a group.</summary>
    public List<QuestionDraft> Items { get; } = [];

    public QuestionDraft? Group { get; set; }

    /// <summary>What of it is counted, to be lost with it.</summary>
    public List<Found> Counted { get; } = [];

    public IEnumerable<QuestionDraft> All => Items.SelectMany(i => i.All).Prepend(this);

    /// <summary>A group that holds this question alone: one answer, several times.</summary>
    public QuestionDraft Several(Found repeat)
    {
        var group = new QuestionDraft(Key, "group", Label) { Hint = Hint, Optional = Optional };
        group.OtherKeys.AddRange(OtherKeys);
        group.Counted.Add(repeat);
        var one = new QuestionDraft(Type == "file" ? "file" : "answer", Type, Label) { Error = Error };
        one.Must.AddRange(Must);
        one.Keys.AddRange(Keys);
        one.Accept.AddRange(Accept);
        one.Options.AddRange(Options);
        one.Counted.AddRange(Counted);
        group.Add(one);
        return group;
    }

    public void Add(string key, string? value)
    {
        if (value is not null)
        {
            Keys.Add((key, value));
        }
    }

    public void Add(QuestionDraft item)
    {
        item.Group = this;
        Items.Add(item);
    }

    public bool IsCalled(string name) => name == Key || OtherKeys.Contains(name);
}
