using Platform.Cli.Packs;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Doctor;

/// <summary>Whether this build reads the pack that is live.</summary>
internal sealed class PackChecks(PackReleaseStore store, IReadOnlyList<PlatformModule> outside)
{
    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        if (await store.ActiveAsync() is not { } release)
        {
            return [Finding.Fail("pack", "No pack is live", "egov pack activate PACK")];
        }

        var read = PackCheck.Load(await store.FilesAsync(release), production: false, outside);
        var law = PackCheck.Load(await store.FilesAsync(release), production: true, outside).Problems.Count;
        var name = $"Release {release.Number}, {release.Name} {release.Version}";
        return
        [
            read.Problems.Count > 0
                ? Finding.Fail("pack", $"{name}: {read.Problems.Count} problems, the first: {read.Problems[0]}", "Mend them (egov check PACK) and activate it, or go back: egov pack use N")
                : Finding.Ok("pack", $"{name}: no problems, {read.Warnings.Count} warnings"),
            law > read.Problems.Count
                ? Finding.Warn("pack.production", $"{law} things that Production refuses, examples of law among them", "egov check --production PACK lists them")
                : Finding.Ok("pack.production", "Production takes it"),
        ];
    }
}
