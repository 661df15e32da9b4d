using Platform.Cli.Doctor;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Dossiers;

/// <summary>What was read of an instance, once, for all chapters.</summary>
/// <param name="Release">The live state of the pack.</param>
/// <param name="Modules">Of this build, and those from outside that were named.</param>
/// <param name="Findings">What <c>egov doctor</c> found.</param>
/// <param name="Texts">How far its texts have come; null where the platform's texts were not found.</param>
/// <param name="Bill">The release's bill of materials; null where none was named.</param>
internal sealed record DossierFacts(Db Db, Instant At, PackRelease Release, Pack Pack, ModuleCatalog Modules, IReadOnlyList<Finding> Findings, TextGate? Texts, BillOfMaterials? Bill)
{
    public string PackName => $"release {Release.Number} of {Release.Name} {Release.Version}";

    /// <summary>A measure that stands only as long as <c>egov doctor</c> finds it so.</summary>
    /// <param name="check">Of the finding that would refute it.</param>
    public Statement Measure(string check, string says, string evidence) => Findings.Where(f => f.Check == check).MaxBy(f => f.Level) switch
    {
        { Level: Level.Ok } => new(says, $"{evidence}; egov doctor: {check}"),
        { } finding => Statement.Unknown($"{says} On this day that is not so, or not shown: {finding.Says}.", finding.Do ?? "egov doctor"),
        null => Statement.Unknown($"{says} Whether that is so here was not looked at.", $"egov doctor, {check}"),
    };

    public async Task<long> CountAsync(string sql, object? parameters = null) => (await Db.ReadAsync<long>(sql, parameters))[0];
}
