using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Platform.Core.Data;

namespace Platform.Cli.Backups;

/// <summary>
/// <c>egov backup</c>: runs <c>egov-backup</c>, the one text by which machines, clusters and this command make backups. It needs no part of the platform,
/// so it runs where only the database's programs are.
/// </summary>
internal static class BackupCommand
{
    private const int UsualDataDays = 35;
    private const int UsualKeysDays = 14;

    public static Command Create()
    {
        var places = new InstancePlaces();
        var to = new Option<DirectoryInfo>("--to") { Description = "The folder of all backups of this instance.", Required = true };
        var dataDays = new Option<int>("--data-days") { Description = "After how many days a copy of the data goes.", DefaultValueFactory = _ => UsualDataDays };
        var keysDays = new Option<int>("--keys-days") { Description = "After how many days a copy of the keys goes; what was erased is gone from all backups then.", DefaultValueFactory = _ => UsualKeysDays };
        var command = places.AddTo(new Command(
            "backup",
            "Copy an instance while it runs: databases and files to TO/data/TIME, wrapped keys to TO/keys/TIME, each with SHA256SUMS; older ones go after their days. " +
            "The instance key is in neither: it is in the escrow (egov keys escrow). Needs sqlite3 or PostgreSQL's pg_dump, and tar.\n\n" +
            "Examples: egov backup --data data --to /var/backups/egov/demo\n" +
            "          egov backup --data /srv/egov/demo/data --database \"Host=db;Database=egov\" --keys-database \"Host=db;Database=keys\" --to /mnt/backups"), withDatabases: true);
        command.Add(to);
        command.Add(dataDays);
        command.Add(keysDays);
        command.SetAction((parse, cancellationToken) => RunAsync(
            parse, places, parse.GetValue(to)!.FullName, new()
            {
                ["EGOV_DATA_DAYS"] = parse.GetValue(dataDays).ToString(CultureInfo.InvariantCulture),
                ["EGOV_KEYS_DAYS"] = parse.GetValue(keysDays).ToString(CultureInfo.InvariantCulture),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, InstancePlaces places, string to, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if ((places.Missing(parse) ?? Elsewhere(places, parse)) is { } refusal)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(refusal);
            return 1;
        }

        var scripts = Directory.CreateTempSubdirectory("egov-backup-");
        try
        {
            var start = new ProcessStartInfo("/bin/sh", [Lay(scripts.FullName, "egov-backup"), places.Keys(parse).DataFolder, to]) { RedirectStandardOutput = true, RedirectStandardError = true };
            Lay(scripts.FullName, "egov-places");
            environment["EGOV_STORES"] = Stores(places, parse);
            return await RunAsync(start, environment, parse, cancellationToken);
        }
        finally
        {
            scripts.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(ProcessStartInfo start, Dictionary<string, string> environment, ParseResult parse, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            await Task.WhenAll(
                TellAsync(process.StandardOutput, parse.InvocationConfiguration.Output),
                TellAsync(process.StandardError, parse.InvocationConfiguration.Error),
                process.WaitForExitAsync(cancellationToken));
            return process.ExitCode;
        }
        catch (Win32Exception error)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"A backup needs /bin/sh ({error.Message}); run it on the machine of the instance.");
            return 1;
        }
    }

    private static async Task TellAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }

    // The script copies the data folder, and a SQLite file that is in its place there.
    private static string? Elsewhere(InstancePlaces places, ParseResult parse)
    {
        var data = places.Keys(parse).DataFolder;
        var astray = new[] { (Place: places.Database(parse), Usual: Path.Combine(data, "platform.db")), (Place: places.KeysDatabase(parse), Usual: Path.Combine(data, "keys", "keys.db")) }
            .Where(store => !Db.IsForPostgres(store.Place)).Select(store => (File: Path.GetFullPath(new SqliteConnectionStringBuilder(store.Place).DataSource), store.Usual))
            .FirstOrDefault(store => store.File != store.Usual);
        return astray.File is null ? null : $"{astray.File} is no part of the data folder {data}, where a SQLite file would be {astray.Usual}: give the folder in which both lie with --data.";
    }

    private static string Stores(InstancePlaces places, ParseResult parse)
    {
        var (data, keys) = (places.Database(parse), places.Keys(parse).KeysDatabase);
        return string.Join(' ', [.. Db.IsForPostgres(data) ? [$"--database \"{data}\""] : Array.Empty<string>(), .. keys is not null && Db.IsForPostgres(keys) ? [$"--keys-database \"{keys}\""] : Array.Empty<string>()]);
    }

    private static string Lay(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        using var text = typeof(BackupCommand).Assembly.GetManifestResourceStream($"scripts/{name}")!;
        using var file = File.Create(path);
        text.CopyTo(file);
        return path;
    }
}
