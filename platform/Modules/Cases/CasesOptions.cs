using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Cases;

/// <summary>Settings below <c>Modules:cases</c>.</summary>
public sealed class CasesOptions
{
    /// <summary>How many days after a case is closed a repeated request of it is still answered as before. While it is open it always is.</summary>
    [Range(1, 3650)]
    public int RequestKeyDays { get; set; } = 30;

    /// <summary>How many days after it was last touched a draft is erased.</summary>
    [Range(1, 3650)]
    public int DraftDays { get; set; } = 90;

    /// <summary>How many applications of one person may be begun and not sent: nobody needs many, and a program could begin them without end.</summary>
    [Range(1, 1_000_000)]
    public int MostDrafts { get; set; } = 100;

    /// <summary>How many files one application may have, those that were replaced included: else a single one could fill the disk.</summary>
    [Range(1, 10_000)]
    public int MostFiles { get; set; } = 200;
}
