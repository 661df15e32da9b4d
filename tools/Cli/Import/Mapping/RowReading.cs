namespace Platform.Cli.Import.Mapping;

/// <summary>What one row gives besides its values: translations by address, and reasons why it cannot be taken.</summary>
internal sealed class RowReading
{
    private readonly string address;
    private readonly List<string> reasons;
    private readonly List<Wording> wordings;

    /// <param name="address">Of the thing, ending with <c>#</c>.</param>
    public RowReading(string address) : this(address, [], [])
    {
    }

    private RowReading(string address, List<string> reasons, List<Wording> wordings) => (this.address, this.reasons, this.wordings) = (address, reasons, wordings);

    public IReadOnlyList<string> Reasons => reasons;

    public IReadOnlyList<Wording> Wordings => wordings;

    public RowReading Below(string key) => new(address[^1] is '#' or '/' ? address + key : $"{address}.{key}", reasons, wordings);

    /// <summary>Always null, so that it can stand for the value.</summary>
    public string? Refuse(string reason)
    {
        reasons.Add(reason);
        return null;
    }

    /// <param name="text">Null where the source has none.</param>
    public void Translate(string language, string source, string? text) => wordings.Add(new(address, language, source, text));
}

/// <summary>A text of the pack in another language.</summary>
/// <param name="Text">Null: it is not translated.</param>
internal sealed record Wording(string Address, string Language, string Source, string? Text);
