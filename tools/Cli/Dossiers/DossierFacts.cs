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

    public async Task<long> CountAsync(string sql, object? parameters = null) => (await Db.ReadAsync<long>(sql, parameters))[0];
}
