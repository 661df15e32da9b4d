using Microsoft.Data.Sqlite;

namespace Platform.Core.Keys;

/// <summary>Where an instance's keys are.</summary>
/// <param name="DataFolder">The data folder; keys are in <c>keys/</c> below it unless said otherwise.</param>
/// <param name="InstanceKeyFile">Path of the active instance key, as an orchestrator's secret; null: <c>keys/instance.key</c>.</param>
/// <param name="KeysDatabase">Connection string of the key store; null: SQLite in <c>keys/keys.db</c>.</param>
public sealed record KeysOptions(string DataFolder, string? InstanceKeyFile = null, string? KeysDatabase = null)
{
    internal string Folder => Path.Combine(DataFolder, "keys");

    internal string KeyFile => InstanceKeyFile ?? Path.Combine(Folder, "instance.key");

    internal string ConnectionString => KeysDatabase ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "keys.db") }.ConnectionString;
}
