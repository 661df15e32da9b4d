using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Platform.Cli.Packs;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Outbox;
using Platform.Core.Packs;

namespace Platform.Cli.Doctor;

/// <summary>All looks at an instance; one that cannot be taken is a finding, and the others go on.</summary>
internal static class Examination
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(ParseResult parse, InstancePlaces places, IReadOnlyList<PlatformModule> outside, string? backups, int keysDays, string? certificate)
    {
        var data = places.Keys(parse).DataFolder;
        if (places.Missing(parse) is { } missing)
        {
            return [Finding.Fail("instance", missing, "egov new makes a country's pack; its README starts a portal")];
        }

        await using var services = places.Services(parse);
        var clock = services.GetRequiredService<TimeProvider>();
        var store = ActivatorUtilities.CreateInstance<PackReleaseStore>(services);
        return
        [
            .. await LookAsync("database", "Start the database, or correct --database", () => ActivatorUtilities.CreateInstance<DatabaseChecks>(services, BuiltModules.With(outside)).RunAsync()),
            .. await LookAsync("keys", "Put the instance key back: egov keys restore", () => ActivatorUtilities.CreateInstance<KeyChecks>(services).RunAsync()),
            .. await LookAsync("work", "Start the portal once: it makes its tables", () => WorkAsync(services, store, outside)),
            .. await LookAsync("pack", "egov pack activate PACK", () => new PackChecks(store, outside).RunAsync()),
            .. await LookAsync("backups", "Name the folder that egov backup was given with --to", () => new BackupChecks(backups, keysDays, clock).RunAsync()),
            .. await LookAsync("machine", "Look on the machine that has the data folder", () => Task.FromResult(new MachineChecks(data, certificate, clock).Run())),
        ];
    }

    private static async Task<IReadOnlyList<Finding>> WorkAsync(IServiceProvider services, PackReleaseStore store, IReadOnlyList<PlatformModule> outside)
    {
        var pack = await store.ActiveAsync() is { } release ? PackCheck.Load(await store.FilesAsync(release), production: false, outside).Pack : null;
        var checks = new WorkChecks(services.GetRequiredService<Db>(), services.GetRequiredService<OutboxStore>(), services.GetRequiredService<AuditVerifier>(), services.GetRequiredService<TimeProvider>()) { Modules = pack?.Modules };
        return await checks.RunAsync();
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(string check, string advice, Func<Task<IReadOnlyList<Finding>>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [Finding.Fail(check, error.Message, advice)];
        }
    }
}
