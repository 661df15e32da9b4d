using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

/// <summary>What somebody sees who holds the machine's disk or a dump, and no key.</summary>
internal static class RawData
{
    /// <summary>Where the text stands: as UTF-8, UTF-16, Base64 or hexadecimal, in any case.</summary>
    public static async Task<IReadOnlyList<string>> WhereAsync(TestPlatform platform, string text)
    {
        var found = new List<string>();
        var forms = Forms(text).Distinct().ToList();
        await foreach (var (place, bytes) in EverythingAsync(platform))
        {
            found.AddRange(forms.Where(form => bytes.AsSpan().IndexOf(form.Bytes) >= 0).Select(form => $"{place} ({form.Name})"));
        }

        return found;
    }

    private static async IAsyncEnumerable<(string Place, byte[] Bytes)> EverythingAsync(TestPlatform platform)
    {
        foreach (var path in Directory.EnumerateFiles(platform.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)))
        {
            yield return ($"{Path.GetRelativePath(platform.Folder, path)} as a name", Encoding.UTF8.GetBytes(path));
            yield return (Path.GetRelativePath(platform.Folder, path), await ReadSharedAsync(path));
        }

        foreach (var value in await ValuesAsync(platform))
        {
            yield return value;
        }
    }

    // Every value of every table: on PostgreSQL what a dump holds, on SQLite the same once more besides the file itself.
    private static async Task<List<(string Place, byte[] Bytes)>> ValuesAsync(TestPlatform platform)
    {
        var db = platform.Services.GetRequiredService<Db>();
        await using var connection = await db.OpenAsync();
        var tables = await connection.QueryAsync<string>(db.IsPostgres
            ? "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
            : "select name from sqlite_master where type = 'table'");
        var values = new List<(string, byte[])>();
        foreach (var table in tables)
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table}"))
            {
                values.AddRange(row.Where(c => c.Value is not null).Select(c => ($"{table}.{c.Key}", c.Value as byte[] ?? Encoding.UTF8.GetBytes($"{c.Value}"))));
            }
        }

        return values;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(string text)
    {
        foreach (var spelt in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant() }.Distinct())
        {
            yield return ("UTF-8", Encoding.UTF8.GetBytes(spelt));
            yield return ("UTF-16", Encoding.Unicode.GetBytes(spelt));
            yield return ("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(spelt));
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(spelt))));
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(spelt))));
            for (var before = 0; before < 3; before++)
            {
                yield return ("Base64", Base64Inside(spelt, before));
            }
        }
    }

    // The digits that stay the same whatever stands before and behind.
    private static byte[] Base64Inside(string text, int before)
    {
        var all = Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(text)]).TrimEnd('=');
        var whole = (before + text.Length) / 3 * 4;
        return Encoding.ASCII.GetBytes(all[(before == 0 ? 0 : 4)..whole]);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }
}
