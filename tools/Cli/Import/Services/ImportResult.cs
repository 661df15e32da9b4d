using Platform.Cli.Import.Keeping;
using Platform.Cli.Import.Mapping;

namespace Platform.Cli.Import.Services;

/// <summary>What came of an import.</summary>
internal sealed class ImportResult(MappedRows organizations, MappedRows services)
{
    public MappedRows OrganizationRows => organizations;

    public MappedRows ServiceRows => services;

    public List<(string Key, Fate Fate)> Organizations { get; } = [];

    public List<(string Key, Fate Fate)> Services { get; } = [];

    public List<(string Key, Fate Fate)> Texts { get; } = [];

    /// <summary>Texts for which the source has no wording.</summary>
    public List<Wording> Untranslated { get; } = [];

    /// <summary>Files that came from this source, and that it no longer has.</summary>
    public List<string> Gone { get; } = [];

    /// <summary>Files that hold several things, and were written.</summary>
    public int Files { get; set; }

    public bool ChangedNothing => Files == 0 && !Organizations.Concat(Services).Concat(Texts).Any(f => f.Fate.Writes());

    /// <summary>What stands in the pack otherwise than in the source, and stays.</summary>
    public IEnumerable<(string Key, Fate Fate)> Left => Organizations.Concat(Services).Concat(Texts).Where(f => f.Fate is Fate.Both or Fate.Foreign or Fate.Removed);
}
