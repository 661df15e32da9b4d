using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Platform.Core.Data;

namespace Platform.Core.Keys;

/// <summary>
/// Keeps the keys of ASP.NET Data Protection (cookies, antiforgery) in the database, so that all processes share them,
/// each element wrapped whole by the instance key.
/// </summary>
internal sealed class DataProtectionKeys(Db db, InstanceKeys keys, TimeProvider clock) : IXmlRepository
{
    // The framework's interface is synchronous; it is called at start and once in weeks.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => WriteAsync(element, friendlyName)).GetAwaiter().GetResult();

    /// <summary>Wraps the elements with the active instance key.</summary>
    public async Task<int> RewrapAsync(CancellationToken cancellationToken = default)
    {
        var changed = (await RowsAsync()).Select(row => new { row.KeyId, New = keys.Rewrap(Place(row.KeyId), row.Element) }).Where(row => row.New is not null).ToList();
        return await db.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update platform_data_protection_key set element = @New where key_id = @KeyId", changed, transaction),
            cancellationToken);
    }

    private static RowIdentity Place(Guid id) => new("platform_data_protection_key", "element", id);

    private async Task<IReadOnlyCollection<XElement>> ReadAsync() =>
        [.. (await RowsAsync()).Select(row => XElement.Load(new MemoryStream(keys.Unwrap(Place(row.KeyId), row.Element))))];

    private async Task<IEnumerable<Row>> RowsAsync()
    {
        await using var connection = await db.OpenAsync();
        return await connection.QueryAsync<Row>("select key_id, element from platform_data_protection_key order by created_at, key_id");
    }

    private Task<int> WriteAsync(XElement element, string name)
    {
        var id = Guid.CreateVersion7();
        using var bytes = new MemoryStream();
        element.Save(bytes, SaveOptions.DisableFormatting);
        return db.WriteAsync(
            "insert into platform_data_protection_key (key_id, name, element, created_at) values (@id, @name, @element, @now)",
            new { id, name, element = keys.Wrap(Place(id), bytes.ToArray()), now = clock.Now() });
    }

    private sealed record Row
    {
        public required Guid KeyId { get; init; }

        public required byte[] Element { get; init; }
    }
}
