using System.Data.Common;
using System.Globalization;
using Dapper;
using Platform.Core.Data;

namespace Platform.Core.Exports;

/// <summary>What a column holds, whichever database keeps it.</summary>
internal enum ColumnKind
{
    Id,
    Text,
    Number,
    Instant,
    Date,
    Bytes,
    Flag,
}

/// <summary>A column of a table.</summary>
/// <param name="Key">Its place in the primary key, from 1; 0 outside it.</param>
internal sealed record TableColumn(string Table, string Name, ColumnKind Kind, bool Nullable, int Key)
{
    private const string Postgres =
        """
        select c.relname as table_name, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
            coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as key
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        order by c.relname, a.attnum
        """;

    private const string Sqlite =
        """
        select m.name as table_name, c.name as name, lower(c.type) as type, c."notnull" = 0 as nullable, c.pk as key
        from sqlite_master m join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite!_%' escape '!'
        order by m.name, c.cid
        """;

    /// <summary>Every table of the database but partitions, whose rows their parent has.</summary>
    public static async Task<IReadOnlyList<IGrouping<string, TableColumn>>> ReadAllAsync(DbConnection connection, bool isPostgres) =>
    [
        .. (await connection.QueryAsync<Row>(isPostgres ? Postgres : Sqlite))
            .Select(r => new TableColumn(r.TableName, r.Name, KindOf(r.Type), r.Nullable, (int)r.Key))
            .GroupBy(c => c.Table).OrderBy(t => t.Key, StringComparer.Ordinal),
    ];

    /// <summary>A value in one form for both databases: Guid, long, bool, byte[] or text.</summary>
    public object? Read(object value) => value is DBNull ? null : Kind switch
    {
        ColumnKind.Id => value as Guid? ?? Guid.Parse((string)value),
        ColumnKind.Number => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnKind.Flag => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        ColumnKind.Bytes => (byte[])value,
        ColumnKind.Instant when value is DateTime time => Instant.From(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))).ToString(),
        ColumnKind.Date when value is DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.Date when value is DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static ColumnKind KindOf(string type) => type switch
    {
        "uuid" => ColumnKind.Id,
        "bigint" or "integer" or "smallint" => ColumnKind.Number,
        "timestamptz" or "timestamp with time zone" => ColumnKind.Instant,
        "date" => ColumnKind.Date,
        "bytea" => ColumnKind.Bytes,
        "boolean" => ColumnKind.Flag,
        _ => ColumnKind.Text,
    };

    private sealed record Row
    {
        public required string TableName { get; init; }

        public required string Name { get; init; }

        public required string Type { get; init; }

        public required bool Nullable { get; init; }

        public required long Key { get; init; }
    }
}
