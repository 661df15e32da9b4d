using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Cli.Conformance;

/// <summary>What the platform asks of a module, as far as it can be seen in its file and in its declarations.</summary>
internal static class Checks
{
    // The clock comes from TimeProvider, transactions are the act's, the database is the platform's.
    private static readonly string[] NotToUse =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Data.Common.DbConnection.BeginTransaction", "System.Data.Common.DbConnection.BeginTransactionAsync", "System.Data.IDbConnection.BeginTransaction",
        "Microsoft.Data.Sqlite.SqliteConnection..ctor", "Npgsql.NpgsqlConnection..ctor", "System.Environment.Exit",
    ];

    /// <summary>Names begin with the module's, so that two modules never meet.</summary>
    public static Outcome Names(Subject subject, Trial trial)
    {
        var (name, found) = (subject.Module.Name, new List<string>());
        found.AddRange(subject.Description.Tables.Where(t => !t.StartsWith(subject.Prefix, StringComparison.Ordinal)).Select(t => $"the table {t} does not begin with {subject.Prefix}"));
        found.AddRange(subject.Image.Migrations.Keys.Where(m => !m.StartsWith($"{subject.Description.Assembly}.Migrations.", StringComparison.Ordinal)).Select(m => $"the migration {m} does not begin with {subject.Description.Assembly}.Migrations."));
        var jobs = trial.Services.GetServices<JobDefinition>().Where(j => j.Type.Assembly == trial.Own.Assembly).ToList();
        found.AddRange(jobs.Where(j => !j.Name.StartsWith(name + '.', StringComparison.Ordinal)).Select(j => $"the job {j.Name} does not begin with {name}., so another switch than the module's decides whether it runs"));
        return new(found, $"tables {subject.Description.Tables.Count}, permissions {trial.Own.Permissions.Count}, jobs {jobs.Count}");
    }

    /// <summary>What can be read without running it is what it does.</summary>
    public static Outcome Description(Subject subject, Trial trial, IReadOnlyList<Visit> visits)
    {
        var calls = visits.Where(v => !v.IsPage).ToList();
        List<string> found =
        [
            .. Differences("permission", subject.Description.Permissions, trial.Own.Permissions, "make it a public constant of a class …Permissions"),
            .. Differences("page", subject.Description.Pages.Select(p => '/' + p.TrimStart('/')), visits.Where(v => v.IsPage).Select(v => v.Route).Distinct(), "give it a route of its own in @page"),
            .. calls.Where(c => !subject.Description.Calls.Any(d => c.Method == d.Split(' ')[0] && c.Route.TrimEnd('/').EndsWith(d.Split(' ')[1].TrimEnd('/'), StringComparison.Ordinal)))
                .Select(c => $"the call {c} cannot be seen without running it: map it with its pattern as a text"),
        ];
        return new(found, $"pages {subject.Description.Pages.Count}, calls {calls.Count}");
    }

    /// <summary>It uses what it says it uses, and none of what is the platform's.</summary>
    public static Outcome Dependences(Subject subject, Trial trial)
    {
        var owners = trial.Catalog.Modules.ToDictionary(m => m.Assembly.GetName().Name!, m => m.Name);
        var hidden = subject.Description.Modules.Where(a => !owners.TryGetValue(a, out var owner) || !subject.Module.DependsOn.Contains(owner))
            .Select(a => $"it uses {a} and does not name it in DependsOn");
        var forbidden = subject.Image.Uses.Where(u => NotToUse.Contains(u)).Select(u => $"it uses {u}; time comes from TimeProvider, connections from Db, changes go through Act");
        return new([.. hidden, .. forbidden], subject.Module.DependsOn.Count == 0 ? "no other module" : string.Join(", ", subject.Module.DependsOn));
    }

    /// <summary>What it keeps can be taken out, or stays for a reason.</summary>
    public static Outcome Export(Subject subject, Trial trial)
    {
        var said = trial.Own.Exports.Select(e => e.Name).Concat(trial.Own.NotExported.Select(n => n.Table)).ToHashSet();
        var found = subject.Description.Tables.Where(t => !said.Contains(t)).Select(t => $"the table {t} is in no export: declare it with module.Export, or with module.NotExported and a reason");
        return new([.. found], $"tables {said.Count}");
    }

    /// <summary>Its SQL stays in its own tables and runs on both databases.</summary>
    public static async Task<Outcome> SqlAsync(Subject subject, Trial trial)
    {
        var tables = (await trial.Services.GetRequiredService<Db>().ReadAsync<string>("select name from sqlite_master where type = 'table'")).ToHashSet();
        var migrations = subject.Image.Migrations.Where(m => !m.Key.EndsWith(".postgres.sql", StringComparison.Ordinal) && !m.Key.EndsWith(".sqlite.sql", StringComparison.Ordinal)).Select(m => m.Value);
        var texts = subject.Image.Strings.Concat(migrations).ToList();
        return new([.. texts.SelectMany(sql => SqlRules.Faults(sql, subject.Prefix, tables)).Distinct()], $"texts of the code {texts.Count}");
    }

    /// <summary>Migrations run on an empty database, once, and make the same on both.</summary>
    public static async Task<Outcome> MigrationsAsync(Subject subject, Trial trial, string? server)
    {
        var folder = Directory.CreateTempSubdirectory("egov-conformance-");
        try
        {
            var (columns, faults) = await MigrationTrial.RunAsync($"Data Source={Path.Combine(folder.FullName, "trial.db")}", trial, subject);
            var found = faults.Select(f => $"SQLite: {f}").ToList();
            if (server is not null)
            {
                var (others, more) = await MigrationTrial.RunOnServerAsync(server, trial, subject);
                found.AddRange(more.Select(f => $"PostgreSQL: {f}"));
                found.AddRange(columns.Except(others).Select(c => $"only SQLite has {c}"));
                found.AddRange(others.Except(columns).Select(c => $"only PostgreSQL has {c}"));
            }

            return new(found, $"files {subject.Image.Migrations.Count}, twice on SQLite{(server is null ? "; give --database to try PostgreSQL too" : " and twice on PostgreSQL")}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Differences(string what, IEnumerable<string> described, IEnumerable<string> done, string advice) =>
    [
        .. done.Except(described).Select(d => $"the {what} {d} cannot be seen without running it: {advice}"),
        .. described.Except(done).Select(d => $"the {what} {d} is in the file, but not declared"),
    ];
}
