using System.ComponentModel.DataAnnotations;

namespace Platform.Core.Texts;

/// <summary>Settings below <c>Texts</c>.</summary>
public sealed class TextsOptions
{
    /// <summary>Holds <c>{tag}/{module}.po</c>. A relative path is looked for from the content root upwards, then from the binaries upwards.</summary>
    [Required]
    public string Folder { get; set; } = "locales";

    /// <summary>The language that the texts in code are written in.</summary>
    [Required]
    public string SourceLanguage { get; set; } = "en";

    /// <summary>An edited file shows on the next request; set in Development.</summary>
    public bool Watch { get; set; }
}
