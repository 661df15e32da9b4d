using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Core.Outbox;

namespace Platform.Cli;

/// <summary>
/// The options that say where keys and databases are; the same words as the host's, and like the host it takes from the environment
/// (<c>PLATFORM_database</c>) what no option says: a password on a command line is read by everybody on the machine.
/// </summary>
internal sealed class InstancePlaces
{
    private readonly IConfiguration told = new ConfigurationBuilder().AddEnvironmentVariables("PLATFORM_").Build();
    private readonly Option<string?> data = new("--data") { Description = "The data folder; else PLATFORM_data, else data." };
    private readonly Option<string?> key = new("--key") { Description = "The active instance key, where it is not keys/instance.key below the data folder." };
    private readonly Option<string?> database = new("--database") { Description = "The instance's database, where it is PostgreSQL; else PLATFORM_database." };
    private readonly Option<string?> keysDatabase = new("--keys-database") { Description = "The key store, where it is PostgreSQL; else PLATFORM_keys-database." };

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

    /// <summary>For a command that needs no key.</summary>
    public Command AddDatabaseTo(Command command)
    {
        command.Add(data);
        command.Add(database);
        return command;
    }

    /// <summary>The pack's folder, where the environment says it.</summary>
    public string? Pack => told["pack"];

    private string Data(ParseResult parse) => Path.GetFullPath(parse.GetValue(data) ?? told["data"] ?? "data");

    private string? Given(ParseResult parse) => parse.GetValue(database) ?? told["database"];

    private string? GivenKeys(ParseResult parse) => parse.GetValue(keysDatabase) ?? told["keys-database"];

    public KeyFolder Folder(ParseResult parse) => new(parse.GetValue(key) ?? Path.Combine(Data(parse), "keys", "instance.key"));

    public KeysOptions Keys(ParseResult parse) => new(Data(parse), parse.GetValue(key), GivenKeys(parse));

    public string Database(ParseResult parse) =>
        Given(parse) ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data(parse), "platform.db") }.ConnectionString;

    public string KeysDatabase(ParseResult parse) =>
        GivenKeys(parse) ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data(parse), "keys", "keys.db") }.ConnectionString;

    /// <summary>What to say where there is no instance; null where there is one, or a server that will say so itself.</summary>
    public string? Missing(ParseResult parse) => Given(parse) is { } given && Db.IsForPostgres(given) || File.Exists(new SqliteConnectionStringBuilder(Database(parse)).DataSource)
        ? null
        : $"There is no instance in {Data(parse)}. Give its place with --data, or --database where it is PostgreSQL.";

    /// <summary>Core's services on the instance's database and keys, without the web application.</summary>
    public ServiceProvider Services(ParseResult parse) => new ServiceCollection().AddLogging().AddSingleton<OutboxRoutes>()
        .AddPlatformCore(Database(parse)).AddKeys(Keys(parse)).AddFiles(Data(parse)).BuildServiceProvider();
}
