using System.CommandLine;
using System.ComponentModel;
using System.Data.Common;

namespace Platform.Cli.Backups;

/// <summary>What <c>egov restore</c> was told.</summary>
/// <param name="Backup">Time of the copy of data; null: the newest.</param>
/// <param name="Keys">Time of the copy of keys; null: the newest.</param>
/// <param name="Aside">Whether what is there may be put aside.</param>
/// <param name="Report">A file for the report, or null.</param>
internal sealed record RestoreOrder(string From, string? Backup, string? Keys, bool Aside, string? Report);

/// <summary><c>egov restore</c>: an instance from its backups.</summary>
internal static class RestoreCommand
{
    private const string Description =
        """
        Put an instance back from the backups of 'egov backup': checks the sums first, restores databases and files, checks the audit against the newest head that was kept, and says what is there and whose keys fit. Writes over nothing: a data folder or database that holds something is refused, or put aside with --aside. Stop the portal before.
        The newest keys are taken with older data too: what was erased since then stays unreadable, and the portal erases it again within an hour of running.
        The instance key is in no backup: put it into the data folder first (egov keys restore), or name it with --key.

        Examples: egov restore --from /var/backups/egov/demo --data /srv/egov/demo/data
                  egov restore --from /mnt/backups --backup 20260301T013000Z --data data --aside
                  egov restore --from /mnt/backups --data data --database "Host=db;Database=new" --keys-database "Host=db;Database=newkeys"
        """;

    public static Command Create()
    {
        var places = new InstancePlaces();
        var from = new Option<DirectoryInfo>("--from") { Description = "The folder of all backups of the instance.", Required = true };
        var backup = new Option<string?>("--backup") { Description = "Which copy of the data, as 20260301T013000Z; the newest unless said otherwise." };
        var keys = new Option<string?>("--keys") { Description = "Which copy of the keys; the newest unless said otherwise." };
        var aside = new Option<bool>("--aside") { Description = "Put what is there aside first: files get another name, tables another schema." };
        var report = new Option<FileInfo?>("--report") { Description = "A file that gets the report as JSON." };
        var command = places.AddTo(new Command("restore", Description), withDatabases: true);
        Array.ForEach<Option>([from, backup, keys, aside, report], command.Add);
        command.SetAction((parse, cancellationToken) => RunAsync(
            parse, places, new(parse.GetValue(from)!.FullName, parse.GetValue(backup), parse.GetValue(keys), parse.GetValue(aside), parse.GetValue(report)?.FullName), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, InstancePlaces places, RestoreOrder order, CancellationToken cancellationToken)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        try
        {
            var copies = await new RestoreRun(new KeptBackups(order.From), output).RestoreAsync(
                order, places.Keys(parse), new StoreTarget(places.Database(parse), "platform"), new StoreTarget(places.KeysDatabase(parse), "keys"), cancellationToken);
            await using var services = places.Services(parse);
            return await new RestoreJudgement(services, new KeptBackups(order.From), output).JudgeAsync(copies, order.Report, cancellationToken);
        }
        catch (Exception failure) when (failure is RestoreRefusedException or IOException or DbException)
        {
            await error.WriteLineAsync(failure.Message);
        }
        catch (Win32Exception failure)
        {
            await error.WriteLineAsync($"pg_restore is not here ({failure.Message}): apt-get install postgresql-client");
        }

        return 1;
    }
}

/// <summary>Nothing was restored; the message says why and what to do.</summary>
internal sealed class RestoreRefusedException(string message) : Exception(message);
