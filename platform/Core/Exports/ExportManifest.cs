using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Core.Exports;

/// <summary>One kind of thing in an export.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Rows">Lines of <paramref name="File"/>.</param>
/// <param name="Erased">Rows of which something can no longer be read because its key was erased.</param>
/// <param name="Declared">False where nobody told how the table is exported: columns as they lie there.</param>
/// <param name="Left">Columns that stayed, each with its reason.</param>
public sealed record ExportedTable(string Name, string Title, string File, string Schema, long Rows, long Erased, bool Declared, IReadOnlyDictionary<string, string> Left, string Sha256);

/// <summary>What an export holds, as <c>manifest.json</c> says it.</summary>
public sealed record ExportManifest
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Of this form of exports; another one has another number.</summary>
    public string Format { get; init; } = "egov-export/1";

    /// <summary>Subject of the audit line that says that this export was made.</summary>
    public required Guid ExportId { get; init; }

    /// <summary>The moment that all tables show, in UTC.</summary>
    public required string MadeAt { get; init; }

    public required IReadOnlyList<ExportedTable> Tables { get; init; }

    /// <summary>Opened files of applications and documents.</summary>
    public required long Files { get; init; }

    /// <summary>Bytes of these.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Tables that are not exported, each with its reason.</summary>
    public required IReadOnlyList<NotExported> Left { get; init; }

    /// <summary>What should be there and could not be read, one sentence each; the first hundred.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    public long Rows => Tables.Sum(t => t.Rows);

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
