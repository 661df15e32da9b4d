using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;

namespace Platform.Cli.Backups;

/// <summary>What a restored instance holds, as <c>--report</c> writes it.</summary>
/// <param name="Head">The kept head that the audit was compared with; empty where none is as old.</param>
/// <param name="Readable">Applications whose key is there and opens with the instance key.</param>
/// <param name="Erased">Applications whose key was erased, before the backup or since.</param>
internal sealed record RestoreReport(string At, string Backup, string Keys, string Head, long Cases, long People, long Audit, long Readable, long Erased);

/// <summary>Looks at what was restored: the whole audit, and whether the keys belong to it.</summary>
internal sealed class RestoreJudgement(IServiceProvider services, KeptBackups backups, TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = false };

    private readonly Db db = services.GetRequiredService<Db>();

    /// <returns>0 where all is well, 1 where the audit or the keys are not as they should be.</returns>
    public async Task<int> JudgeAsync(RestoredCopies copies, string? file, CancellationToken cancellationToken)
    {
        var (faults, audit, head) = await AuditAsync(cancellationToken);
        var (readable, erased) = await KeysAsync(faults, cancellationToken);
        var report = new RestoreReport(TimeProvider.System.Now().ToString(), copies.Data, copies.Keys, head, await CountAsync("cases_case"), await CountAsync("platform_person"), audit, readable, erased);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"restored: {report.Cases} cases, {report.People} people, {report.Audit} audit rows, {faults.Count} faults"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"keys of {copies.Keys} fit: {readable} cases can be read, {erased} were erased"));
        foreach (var fault in faults)
        {
            await output.WriteLineAsync(fault);
        }

        if (file is not null && faults.Count == 0)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json) + "\n", cancellationToken);
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private async Task<(List<string> Faults, long Rows, string Head)> AuditAsync(CancellationToken cancellationToken)
    {
        var (head, name, newest) = await backups.HeadAsync(await CountAsync("platform_audit_seal"));
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(head, new ProgressLines(output, TimeProvider.System, "{0} audit rows checked"), cancellationToken);
        await output.WriteLineAsync(head is null
            ? "no kept head of the audit is as old as this backup; keep them elsewhere: egov audit head --to FOLDER"
            : string.Create(CultureInfo.InvariantCulture, $"the audit was compared with the head of {head.Size} rows that was kept at {head.At}"));
        if (newest > report.Sealed)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{newest - report.Sealed} audit rows came after this backup and are not in it"));
        }

        return ([.. report.Faults], report.Rows, name);
    }

    private async Task<(long Readable, long Erased)> KeysAsync(List<string> faults, CancellationToken cancellationToken)
    {
        var (readable, erased) = (0L, 0L);
        try
        {
            foreach (var page in (await db.ReadAsync<Guid>("select case_id from cases_case order by case_id", null, cancellationToken)).Chunk(500))
            {
                var keys = services.GetRequiredService<KeyStore>();
                var found = await keys.GetManyAsync(page, cancellationToken);
                readable += found.Count;
                foreach (var other in page.Where(id => !found.ContainsKey(id)))
                {
                    erased += await IsErasedAsync(keys, other, faults) ? 1 : 0;
                }
            }
        }
        catch (Exception error) when (error is UnreadableException or InstanceKeyException)
        {
            faults.Add(error.Message);
        }

        return (readable, erased);
    }

    private static async Task<bool> IsErasedAsync(KeyStore keys, Guid subject, List<string> faults)
    {
        try
        {
            await keys.GetAsync(subject);
            return false;
        }
        catch (KeyErasedException)
        {
            return true;
        }
        catch (KeyMissingException error)
        {
            faults.Add(error.Message);
            return false;
        }
    }

    private async Task<long> CountAsync(string table)
    {
        await using var connection = await db.OpenAsync();
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }
}
