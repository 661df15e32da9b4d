using System.Net;
using Microsoft.Data.Sqlite;
using Platform.Core;
using Platform.Core.Data;

namespace Platform.Host;

/// <summary>What the host is told on the command line, in configuration or in the environment.</summary>
/// <param name="DataFolder">Holds the SQLite database, files and keys.</param>
/// <param name="PackFolder">The country pack.</param>
/// <param name="Database">PostgreSQL connection string; null: SQLite below the data folder.</param>
/// <param name="KeysDatabase">Connection string of the key store; null: SQLite below the data folder.</param>
/// <param name="Demo">Sample accounts and cases. Refused in Production.</param>
/// <param name="Portal">What the world calls the portal; null in configuration: the address it listens on.</param>
/// <param name="Proxies">Addresses or networks of proxies in front that speak https; only their word is taken for who calls and how.</param>
/// <param name="Clamd">The virus scanner that looks at what people upload; null: none.</param>
public sealed record HostSettings(string DataFolder, string PackFolder, string? Database, string? KeysDatabase, bool Demo, PortalAddress Portal, IReadOnlyList<IPNetwork> Proxies, EndPoint? Clamd)
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>From the root of the repository; in a release its own.</summary>
    public const string DefaultPack = "templates/packs/e-laos";

    public string ConnectionString => Database ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, "platform.db") }.ConnectionString;

    /// <param name="configuration">Keys <c>pack</c>, <c>data</c>, <c>database</c>, <c>keys-database</c>, <c>demo</c>, <c>urls</c>, <c>public-url</c>, <c>proxies</c>, <c>clamd</c>.</param>
    /// <exception cref="StartException">A folder or an address cannot be used.</exception>
    public static HostSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new HostSettings(
            Path.GetFullPath(configuration["data"] ?? "data"),
            PackFolderIn(configuration["pack"]),
            DatabaseIn(configuration["database"]),
            configuration["keys-database"],
            DemoIn(configuration["demo"]),
            PortalIn(configuration),
            ProductionCheck.Proxies(configuration["proxies"]),
            ClamdIn(configuration["clamd"]));
        if (settings.Demo && environment.IsProduction())
        {
            throw new StartException("--demo makes accounts with known passwords, so it is refused in Production; leave it out or set ASPNETCORE_ENVIRONMENT=Development.");
        }

        if (!File.Exists(Path.Combine(settings.PackFolder, "pack.yaml")))
        {
            throw new StartException($"There is no pack in {settings.PackFolder} (no pack.yaml); name a pack's folder with --pack DIR.");
        }

        settings.MakeDataFolder();
        return settings;
    }

    /// <summary>Flags without a value become <c>--demo=true</c>, which is what the configuration reads.</summary>
    public static string[] Normalize(string[] args) =>
        [.. args.Select((arg, i) => arg == "--demo" && (i + 1 == args.Length || args[i + 1].StartsWith('-')) ? "--demo=true" : arg)];

    private static string PackFolderIn(string? given)
    {
        var folder = Path.GetFullPath(given ?? DefaultPack);
        // A published host carries the packs beside its binaries.
        var beside = Path.Combine(AppContext.BaseDirectory, given ?? DefaultPack);
        return Directory.Exists(folder) || !Directory.Exists(beside) ? folder : beside;
    }

    // What listens on every address of the machine is called by its name here.
    private static PortalAddress PortalIn(IConfiguration configuration)
    {
        var listening = ListeningOn((configuration["urls"] ?? DefaultUrl).Split(';')[0]);
        var host = listening.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : listening.Host;
        var given = configuration["public-url"] ?? $"{listening.Scheme}://{host}:{listening.Port}";
        return Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/"
            ? new(address.GetLeftPart(UriPartial.Authority))
            : throw new StartException($"--public-url: '{given}' is not the address of a portal; write it as https://portal.example.");
    }

    private static BindingAddress ListeningOn(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException error)
        {
            throw new StartException($"--urls: '{url}' is not an address to listen on; write it as http://localhost:5081.", error);
        }
    }

    private static EndPoint? ClamdIn(string? given) => given is null
        ? null
        : Platform.Core.Files.Clamd.AddressOf(given) ?? throw new StartException($"--clamd: '{given}' is not where a scanner listens; write it as 127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.");

    private static string? DatabaseIn(string? given)
    {
        try
        {
            return given is null || Db.IsForPostgres(given) ? given : throw new StartException("--database names no server; write it as \"Host=...;Username=...;Database=...\", or leave it out for SQLite below --data.");
        }
        catch (ArgumentException error)
        {
            throw new StartException($"--database is no connection string ({error.Message}); write it as \"Host=...;Username=...;Database=...\".", error);
        }
    }

    private static bool DemoIn(string? given) => given?.ToUpperInvariant() switch
    {
        null or "" or "FALSE" or "0" => false,
        "TRUE" or "1" => true,
        _ => throw new StartException($"--demo: '{given}' is neither true nor false."),
    };

    private void MakeDataFolder()
    {
        try
        {
            Directory.CreateDirectory(DataFolder);
            var probe = Path.Combine(DataFolder, ".writable");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {DataFolder} cannot be written ({error.Message}); give its owner write access or choose another with --data DIR.", error);
        }
    }
}
