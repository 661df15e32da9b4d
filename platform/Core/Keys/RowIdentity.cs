using System.Globalization;
using System.Text;

namespace Platform.Core.Keys;

/// <summary>
/// Where a ciphertext lives. It is authenticated with the ciphertext, so that a value copied into another row, column or table does not open.
/// </summary>
/// <param name="Table">Table name, as in SQL.</param>
/// <param name="Column">Column name, as in SQL.</param>
/// <param name="Id">The row's key as text; the last part, so that no other identity has the same bytes.</param>
public readonly record struct RowIdentity(string Table, string Column, string Id)
{
    public RowIdentity(string table, string column, Guid id)
        : this(table, column, id.ToString("D"))
    {
    }

    /// <summary>For child rows keyed (id, number).</summary>
    public RowIdentity(string table, string column, Guid id, long number)
        : this(table, column, string.Create(CultureInfo.InvariantCulture, $"{id:D}/{number}"))
    {
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Table}\n{Column}\n{Id}");

    public override string ToString() => $"{Table}.{Column} of {Id}";
}
