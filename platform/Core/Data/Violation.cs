using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Core.Data;

/// <summary>What the database refused: a key that was taken, or a row that had changed.</summary>
/// <param name="Table">The table whose key or check it was.</param>
/// <param name="IsGuard">It was the guard of an act.</param>
internal sealed record Violation(string Table, bool IsGuard)
{
    public static Violation? Of(DbException error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation, TableName: "platform_act_guard" } => new("platform_act_guard", true),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique => new(unique.TableName ?? "", false),
        SqliteException { SqliteExtendedErrorCode: 275 } check when check.Message.Contains("act_guard", StringComparison.Ordinal) => new("platform_act_guard", true),
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } unique => new(TableIn(unique.Message), false),
        _ => null,
    };

    // "SQLite Error 19: 'UNIQUE constraint failed: table.column, table.other'."
    private static string TableIn(string message)
    {
        var start = message.IndexOf("failed: ", StringComparison.Ordinal) + "failed: ".Length;
        return message[start..message.IndexOf('.', start)];
    }
}
