namespace Platform.Core.Exports;

/// <summary>What columns mean that have one name and one meaning in many tables.</summary>
internal static class ExportWords
{
    public static readonly IReadOnlyDictionary<string, string> Common = Read("every table",
        """
        act: Identity of the act that wrote the row last; the audit's rows of the same act say who did it.
        area: Code of an area, as in the pack's areas.csv.
        area_path: Codes of the area and of those around it, the largest first, as /18/1801/; empty for none.
        attempts: How often it was tried.
        case_id: Identity of the application.
        channel: Through which door: web, counter, paper, api or system.
        created_at: When the row was made.
        currency: ISO 4217.
        document_id: Identity of the document.
        fee: Id of the fee in the service's definition.
        n: Number of the row within what it belongs to.
        notice_id: Identity of the message.
        organization: Id of the public body, as in the pack's organizations.yaml.
        person_id: Identity of the person.
        receipt_id: Identity of the receipt.
        seq: Number of the row within what it belongs to.
        service: Id of the service, as in the pack.
        version: Grows by one with every change.
        year: The local year.
        """);

    /// <exception cref="ArgumentException">A line has no colon.</exception>
    public static Dictionary<string, string> Read(string table, string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": ", 2) is [var column, var words] ? (column, words) : throw new ArgumentException($"The words of {table} have a line without a colon: {line}"))
        .ToDictionary(p => p.column, p => p.words, StringComparer.Ordinal);
}
