namespace Platform.Cli.Dossiers;

/// <summary>One thing that is so, with what proves it; or that nobody knows yet, with how to find out.</summary>
/// <param name="Evidence">A figure's source, a command, a file; of something unknown, how to find out.</param>
internal sealed record Statement(string Says, string Evidence, bool Known = true)
{
    public static Statement Unknown(string says, string how) => new(says, how, Known: false);
}

/// <summary>A bar for each thing, readable without colour, with its table beneath.</summary>
/// <param name="Unit">What is counted.</param>
internal sealed record Chart(string Title, string Unit, IReadOnlyList<Bar> Bars);

/// <summary>A bar in parts, each with its name; their sum is what <paramref name="Whole"/> is measured against.</summary>
/// <param name="Whole">The longest that a bar can be.</param>
internal sealed record Bar(string Label, IReadOnlyList<Part> Parts, double Whole);

/// <summary>What a bar is made of.</summary>
internal sealed record Part(string Name, double Value);

/// <summary>Rows under headings; the first column heads its row.</summary>
internal sealed record Table(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A chapter of the dossier.</summary>
internal sealed record Section(string Id, string Title, string Intro, IReadOnlyList<Statement> Statements)
{
    public Chart? Chart { get; init; }

    public Table? Table { get; init; }
}
