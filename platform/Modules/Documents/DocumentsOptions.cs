using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Documents;

/// <summary>Settings below <c>Modules:documents</c>.</summary>
public sealed class DocumentsOptions
{
    /// <summary>The program that makes PDF; null: looked for where programs are; empty: none. Without one, documents are printed from their page.</summary>
    public string? Chromium { get; set; }

    /// <summary>How long that program may take for one document, in seconds.</summary>
    [Range(1, 600)]
    public int PrintSeconds { get; set; } = 60;

    /// <summary>How many wrong codes one network may try in a minute.</summary>
    [Range(1, 100_000)]
    public int WrongCodesPerMinute { get; set; } = 10;
}
