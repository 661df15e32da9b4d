using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Core.Outbox;

namespace Platform.Cli;

/// <summary>The options that say where keys and databases are; the same words as the host's.</summary>
internal sealed class InstancePlaces
{
    private readonly Option<string> data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> key = new("--key") { Description = "The active instance key, where it is not keys/instance.key below the data folder." };
    private readonly Option<string?> database = new("--database") { Description = "The instance's database, where it is PostgreSQL." };
    private readonly Option<string?> keysDatabase = new("--keys-database") { Description = "The key store, where it is PostgreSQL." };

    public Command AddTo(Command command, bool withDatabases = false)
    {
        command.Add(data);
        command.Add(key);
        if (withDatabases)
        {
            command.Add(database);
            command.Add(keysDatabase);
        }

        return command;
    }

    public KeyFolder Folder(ParseResult parse) => new(parse.GetValue(key) ?? Path.Combine(parse.GetValue(data)!, "keys", "instance.key"));

    public KeysOptions Keys(ParseResult parse) => new(Path.GetFullPath(parse.GetValue(data)!), parse.GetValue(key), parse.GetValue(keysDatabase));

    public string Database(ParseResult parse) =>
        parse.GetValue(database) ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(parse.GetValue(data)!), "platform.db") }.ConnectionString;

    public string KeysDatabase(ParseResult parse) =>
        parse.GetValue(keysDatabase) ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(parse.GetValue(data)!), "keys", "keys.db") }.ConnectionString;

    /// <summary>What to say where there is no instance; null where there is one, or a server that will say so itself.</summary>
    public string? Missing(ParseResult parse) => parse.GetValue(database) is { } given && Db.IsForPostgres(given) || File.Exists(new SqliteConnectionStringBuilder(Database(parse)).DataSource)
        ? null
        : $"There is no instance in {Path.GetFullPath(parse.GetValue(data)!)}. Give its place with --data, or --database where it is PostgreSQL.";

    /// <summary>Core's services on the instance's database and keys, without the web application.</summary>
    public ServiceProvider Services(ParseResult parse) => new ServiceCollection().AddLogging().AddSingleton<OutboxRoutes>()
        .AddPlatformCore(Database(parse)).AddKeys(Keys(parse)).AddFiles(Path.GetFullPath(parse.GetValue(data)!)).BuildServiceProvider();
}
