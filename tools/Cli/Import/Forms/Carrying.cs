namespace Platform.Cli.Import.Forms;

/// <summary>What is counted of a form.</summary>
internal enum Part
{
    Fields,
    Required,
    Conditions,
    Repeats,
    Files,
}

/// <summary>One thing of a form that is carried, unless it says why not.</summary>
internal sealed class Found(Part part, string where)
{
    public Part Part => part;

    /// <summary>The thing's name in the source.</summary>
    public string Where => where;

    /// <summary>Why it is not carried; null: it is.</summary>
    public string? Lost { get; private set; }

    /// <summary>The first reason counts.</summary>
    public void Lose(string reason) => Lost ??= reason;
}

/// <summary>Everything that was found in a form: what is counted, and what else could not be carried. Nothing is dropped in silence.</summary>
internal sealed class Carrying
{
    private readonly List<Found> found = [];
    private readonly List<(string Where, string Reason)> notes = [];

    public Found Find(Part part, string where)
    {
        var one = new Found(part, where);
        found.Add(one);
        return one;
    }

    /// <summary>Something that is not counted, and is not carried either: a default, a picture, a script.</summary>
    public void Note(string where, string reason)
    {
        if (!notes.Contains((where, reason)))
        {
            notes.Add((where, reason));
        }
    }

    /// <summary>One line for each thing that is not carried.</summary>
    public IEnumerable<string> Losses =>
        found.Where(f => f.Lost is not null).Select(f => $"not carried: {f.Where}: {Word(f.Part)}: {f.Lost}").Concat(notes.Select(n => $"not carried: {n.Where}: {n.Reason}"));

    /// <summary><c>carried: fields 26/26, required 24/24, ...</c></summary>
    public string Summary => $"carried: {string.Join(", ", Enum.GetValues<Part>().Select(Count))}";

    private string Count(Part part)
    {
        var all = found.Where(f => f.Part == part).ToList();
        return FormattableString.Invariant($"{part.ToString().ToLowerInvariant()} {all.Count(f => f.Lost is null)}/{all.Count}");
    }

    private static string Word(Part part) => part switch
    {
        Part.Fields => "the field",
        Part.Required => "that it is required",
        Part.Conditions => "the condition",
        Part.Repeats => "that it repeats",
        _ => "the file",
    };
}
