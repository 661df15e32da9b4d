using Dapper;
using Microsoft.Data.Sqlite;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

/// <summary>The promise behind a store of its own: data of last month, keys of today.</summary>
public sealed class ErasureTests
{
    private const string Table = "create table test_case (case_id uuid not null primary key, answers bytea not null)";
    private readonly (Guid Case, Guid File) kept = (Guid.CreateVersion7(), Guid.CreateVersion7());
    private readonly (Guid Case, Guid File) erased = (Guid.CreateVersion7(), Guid.CreateVersion7());

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_restoring_an_old_data_backup_the_erased_case_is_unreadable_and_all_others_are_readable(DatabaseKind keysKind)
    {
        await using var stores = await KeyStores.CreateAsync(keysKind);
        var keys = await stores.OpenAsync();
        using var data = new TestFolder();
        await FileAsync(keys, data.Path);

        using var backup = new TestFolder();
        Copy(data.Path, backup.Path);
        await keys.EraseAsync(erased.Case);
        await DeleteAsync(data.Path);

        // Last month's data, and today's key store as a process that starts now sees it.
        var today = await stores.OpenAsync();
        Assert.Equal("Somphone MARKED-4711", await AnswersAsync(today, backup.Path, kept.Case));
        Assert.Equal("%PDF- MARKED-4711", await FileAsync(today, backup.Path, kept));
        await Assert.ThrowsAsync<KeyErasedException>(() => AnswersAsync(today, backup.Path, erased.Case));
        await Assert.ThrowsAsync<KeyErasedException>(() => FileAsync(today, backup.Path, erased));
    }

    [Fact]
    public async Task No_marked_value_is_in_the_raw_bytes_of_database_files_and_keys()
    {
        await using var stores = await KeyStores.CreateAsync(DatabaseKind.Sqlite);
        using var data = new TestFolder();
        await FileAsync(await stores.OpenAsync(), data.Path);

        var all = Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories).SelectMany(File.ReadAllBytes).Concat(stores.RawBytes()).ToArray();

        Assert.True(all.AsSpan().IndexOf("test_case"u8) >= 0);
        Assert.Equal(-1, all.AsSpan().IndexOf("MARKED-4711"u8));
    }

    private static Db Open(string folder) => new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "platform.db"), Pooling = false }.ConnectionString);

    private static FileStore Files(string folder) => new(Path.Combine(folder, "files"), TimeProvider.System);

    private static RowIdentity Answers(Guid caseId) => new("test_case", "answers", caseId);

    private static async Task<string> AnswersAsync(KeyStore keys, string folder, Guid caseId)
    {
        await using var db = Open(folder);
        await using var connection = await db.OpenAsync();
        var answers = await connection.QuerySingleAsync<byte[]>("select answers from test_case where case_id = @caseId", new { caseId });
        return Cipher.OpenText(await keys.GetAsync(caseId), Answers(caseId), answers);
    }

    private static async Task<string> FileAsync(KeyStore keys, string folder, (Guid Case, Guid File) one)
    {
        await using var stream = await Files(folder).OpenAsync(one.File, await keys.GetAsync(one.Case));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task FileAsync(KeyStore keys, string folder)
    {
        await using var db = Open(folder);
        await db.WriteAsync(Table);
        foreach (var (caseId, file) in new[] { kept, erased })
        {
            var key = await keys.CreateAsync(caseId);
            await Files(folder).WriteAsync(file, key, new MemoryStream("%PDF- MARKED-4711"u8.ToArray()), new FileLimits(100));
            await db.WriteAsync("insert into test_case (case_id, answers) values (@caseId, @answers)", new { caseId, answers = Cipher.Seal(key, Answers(caseId), "Somphone MARKED-4711") });
        }
    }

    private async Task DeleteAsync(string folder)
    {
        await using var db = Open(folder);
        await db.WriteAsync("delete from test_case where case_id = @Case", new { erased.Case });
        Files(folder).Delete(erased.File);
    }
}
