using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Core.Data;

/// <summary>One SQL text with its named parameters (<c>@name</c>), to be sent as part of an <see cref="Act"/>.</summary>
/// <param name="Sql">Runs unchanged on both databases.</param>
/// <param name="Parameters">An object whose properties are the parameters, or none.</param>
internal sealed partial record Statement(string Sql, object? Parameters)
{
    // Nearly every statement has a type of parameters of its own, so that the type alone finds what was worked out for its text.
    private static readonly ConcurrentDictionary<Type, Bound> Known = new();

    /// <summary>Parameters that every statement of an act may name.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Shared { get; init; } = [];

    public DbCommand ToCommand(DbConnection connection, DbTransaction? transaction)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Transaction = transaction;
        Bind(BoundOf(), (name, type, value) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is Instant instant ? instant.ToString() : value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        });
        return command;
    }

    public NpgsqlBatchCommand ToBatchCommand()
    {
        // Parameters by number: the provider would else read each text anew for its names.
        var bound = BoundOf();
        var command = new NpgsqlBatchCommand(bound.Numbered);
        Bind(bound, (name, type, value) => command.Parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = DbTypeOf(type),
            Value = value switch
            {
                Instant instant => InUtc(instant),
                Instant[] instants => Array.ConvertAll(instants, InUtc),
                _ => value ?? DBNull.Value,
            },
        }));
        return command;
    }

    private static DateTime InUtc(Instant instant) => instant.ToDateTimeOffset().UtcDateTime;

    // The shared parameters (@act, @at, @actor) are bound only where the text names them: SQLite refuses a parameter nobody asked for.
    private void Bind(Bound bound, Action<string, Type, object?> bind)
    {
        foreach (var property in bound.Own)
        {
            bind(property.Name, property.PropertyType, property.GetValue(Parameters));
        }

        foreach (var (name, value) in Shared)
        {
            if (bound.Shared.Contains(name))
            {
                bind(name, value.GetType(), value is NoOne ? null : value);
            }
        }
    }

    private Bound BoundOf()
    {
        var type = Parameters?.GetType() ?? typeof(NoOne);
        if (Known.TryGetValue(type, out var known) && known.Sql == Sql && known.Offered == Shared.Count)
        {
            return known;
        }

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        PropertyInfo[] own = [.. properties.Where(p => Names(p.Name))];
        string[] others = [.. Shared.Select(s => s.Key).Where(name => !Array.Exists(properties, p => p.Name == name) && Names(name))];
        return Known[type] = new(Sql, Shared.Count, own, others, Number([.. own.Select(p => p.Name), .. others]));
    }

    // $1 stands for the first of the names, wherever it is named; what is quoted stays as it is.
    private string Number(string[] names) => NameOrQuoted().Replace(
        Sql, found => Array.IndexOf(names, found.Groups[1].Value) is >= 0 and var at ? $"${at + 1}" : found.Value);

    [GeneratedRegex("'[^']*'|@([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex NameOrQuoted();

    private bool Names(string parameter)
    {
        for (var at = Sql.IndexOf('@' + parameter, StringComparison.Ordinal); at >= 0; at = Sql.IndexOf('@' + parameter, at + 1, StringComparison.Ordinal))
        {
            var end = at + parameter.Length + 1;
            if (end >= Sql.Length || !(char.IsLetterOrDigit(Sql[end]) || Sql[end] == '_'))
            {
                return true;
            }
        }

        return false;
    }

    private static NpgsqlDbType DbTypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(Guid) || t == typeof(NoOne) => NpgsqlDbType.Uuid,
        var t when t == typeof(string) => NpgsqlDbType.Text,
        var t when t == typeof(Instant) => NpgsqlDbType.TimestampTz,
        var t when t == typeof(DateOnly) => NpgsqlDbType.Date,
        var t when t == typeof(long) => NpgsqlDbType.Bigint,
        var t when t == typeof(int) => NpgsqlDbType.Integer,
        var t when t == typeof(bool) => NpgsqlDbType.Boolean,
        var t when t == typeof(byte[]) => NpgsqlDbType.Bytea,
        { IsArray: true } list => NpgsqlDbType.Array | DbTypeOf(list.GetElementType()!),
        var t => throw new NotSupportedException($"A parameter of type {t.Name} has no column type that both databases share. Use Guid, string, long, int, bool, byte[], DateOnly or Instant."),
    };

    /// <param name="Offered">How many shared parameters there were.</param>
    /// <param name="Numbered">The text with numbers for names: first its own parameters, then the shared ones.</param>
    private sealed record Bound(string Sql, int Offered, PropertyInfo[] Own, string[] Shared, string Numbered);

    /// <summary>Stands for an actor that is nobody: binds as a null of type uuid.</summary>
    internal sealed record NoOne;
}
