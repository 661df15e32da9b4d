using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Testing;

namespace Platform.Core.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private const int Chunk = SealedChunks.ChunkSize;
    private static readonly FileLimits Anything = new(long.MaxValue);

    private readonly TestFolder temporary = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly SecretKey key = SecretKey.Create();
    private readonly Guid id = Guid.CreateVersion7();
    private readonly FileStore store;

    public FileStoreTests() => store = new FileStore(temporary["files"], clock);

    private string[] OnDisk => Directory.GetFiles(temporary["files"], "*", SearchOption.AllDirectories);

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(3 * Chunk + 17)]
    public async Task What_was_written_is_read_back(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var stored = await WriteAsync(content);

        await using var stream = await store.OpenAsync(id, key);

        Assert.Equal((length, length), (stored.Length, stream.Length));
        Assert.Equal(content, await ReadAsync(id, key));
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(store.PathOf(id))), stored.Sha256);
    }

    [Fact]
    public async Task Content_that_arrives_byte_by_byte_is_the_same()
    {
        var content = RandomNumberGenerator.GetBytes(Chunk + 100);
        await store.WriteAsync(id, key, new Trickle(content), Anything);

        Assert.Equal(content, await ReadAsync(id, key));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_lies_under_its_id_for_its_owner_only_without_a_word_of_its_content()
    {
        await WriteAsync("marked 4711 value"u8.ToArray());

        var path = Assert.Single(OnDisk);

        Assert.Equal($"files/{id.ToString()[^4..^2]}/{id.ToString()[^2..]}/{id}", Path.GetRelativePath(temporary.Path, path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf("4711"u8));
    }

    [Fact]
    public async Task An_altered_byte_anywhere_is_refused()
    {
        await WriteAsync(RandomNumberGenerator.GetBytes(Chunk + 10));
        var intact = File.ReadAllBytes(store.PathOf(id));
        // Format, key id, salt; first, middle and tag of the first chunk; content and tag of the last.
        int[] places = [0, 1, 8, 9, 24, 25, 1000, 25 + Chunk, 25 + Chunk + 15, 25 + Chunk + 16, intact.Length - 17, intact.Length - 1];
        foreach (var place in places)
        {
            var altered = (byte[])intact.Clone();
            altered[place] ^= 0x80;
            await UnreadableAsync(altered);
        }
    }

    [Fact]
    public async Task A_cut_file_is_refused_at_a_chunks_end_too()
    {
        await WriteAsync(RandomNumberGenerator.GetBytes(2 * Chunk));
        var intact = File.ReadAllBytes(store.PathOf(id));
        int[] lengths = [0, 1, 24, 25, 26, 41, 25 + SealedChunks.SealedChunkSize, 25 + SealedChunks.SealedChunkSize + 16, intact.Length - 1];
        foreach (var length in lengths)
        {
            await UnreadableAsync(intact[..length]);
        }
    }

    [Fact]
    public async Task Chunks_exchanged_repeated_left_out_or_added_are_refused()
    {
        await WriteAsync(RandomNumberGenerator.GetBytes(3 * Chunk));
        var intact = File.ReadAllBytes(store.PathOf(id));
        var header = intact[..SealedChunks.HeaderSize];
        var chunks = intact[SealedChunks.HeaderSize..].Chunk(SealedChunks.SealedChunkSize).ToArray();

        await UnreadableAsync([.. header, .. chunks[1], .. chunks[0], .. chunks[2]]);
        await UnreadableAsync([.. header, .. chunks[0], .. chunks[0], .. chunks[1], .. chunks[2]]);
        await UnreadableAsync([.. header, .. chunks[0], .. chunks[2]]);
        await UnreadableAsync([.. header, .. chunks[0], .. chunks[1], .. chunks[2], .. chunks[2]]);
        await UnreadableAsync([.. intact, 0]);
    }

    [Fact]
    public async Task A_file_put_in_the_place_of_another_of_the_same_case_is_refused()
    {
        await WriteAsync("first"u8.ToArray());
        var other = Guid.CreateVersion7();
        await store.WriteAsync(other, key, new MemoryStream("second"u8.ToArray()), Anything);

        await UnreadableAsync(File.ReadAllBytes(store.PathOf(other)));
    }

    [Fact]
    public async Task The_key_of_another_case_does_not_open_it()
    {
        await WriteAsync("first"u8.ToArray());

        await Assert.ThrowsAsync<UnreadableException>(() => ReadAsync(id, SecretKey.Create()));
    }

    [Fact]
    public async Task Too_large_is_noticed_while_streaming_and_leaves_nothing()
    {
        var endless = new Endless();

        var error = await Assert.ThrowsAsync<FileRefusedException>(() => store.WriteAsync(id, key, endless, new FileLimits(10 * Chunk)));

        Assert.Equal(FileRefusal.TooLarge, error.Refusal);
        Assert.InRange(endless.Given, 10 * Chunk, 12 * Chunk);
        Assert.Empty(OnDisk);
    }

    [Fact]
    public async Task The_limit_itself_is_accepted() =>
        Assert.Equal(100, (await store.WriteAsync(id, key, new MemoryStream(new byte[100]), new FileLimits(100))).Length);

    [Fact]
    public async Task A_kind_not_accepted_is_refused_by_content_and_an_empty_file_too()
    {
        var pictures = new FileLimits(1000, FileType.PapersAndPictures);

        var error = await Assert.ThrowsAsync<FileRefusedException>(() => store.WriteAsync(id, key, new MemoryStream("MZ program"u8.ToArray()), pictures));
        var empty = await Assert.ThrowsAsync<FileRefusedException>(() => store.WriteAsync(id, key, new MemoryStream(), pictures));
        var stored = await store.WriteAsync(id, key, new MemoryStream("%PDF-1.7 and so on"u8.ToArray()), pictures);

        Assert.Equal((FileRefusal.TypeNotAccepted, FileRefusal.Empty), (error.Refusal, empty.Refusal));
        Assert.Equal(FileType.Pdf, stored.Type);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(id, key, new Endless { BreaksAt = 3 * Chunk }, Anything));

        Assert.Empty(OnDisk);
        await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAsync(id, key));
    }

    [Fact]
    public async Task A_file_is_never_written_over()
    {
        await WriteAsync("first"u8.ToArray());

        await Assert.ThrowsAsync<IOException>(() => WriteAsync("second"u8.ToArray()));

        Assert.Equal("first"u8.ToArray(), await ReadAsync(id, key));
        Assert.Single(OnDisk);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_deleting_again_is_nothing()
    {
        await WriteAsync("first"u8.ToArray());

        store.Delete(id);
        store.Delete(id);

        await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAsync(id, key));
    }

    [Fact]
    public async Task The_sweep_takes_what_is_old_and_unnamed_and_nothing_else()
    {
        var (named, unnamed, young) = (id, Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var file in new[] { named, unnamed, young })
        {
            await store.WriteAsync(file, key, new MemoryStream([1]), Anything);
        }

        await File.WriteAllTextAsync($"{store.PathOf(named)}.0.tmp", "half");
        foreach (var path in OnDisk)
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().AddHours(path == store.PathOf(young) ? -23 : -25).UtcDateTime);
        }

        var deleted = await store.SweepAsync(ids => Task.FromResult<IReadOnlySet<Guid>>(ids.Where(file => file == named).ToHashSet()));

        Assert.Equal(2, deleted);
        Assert.Equal([store.PathOf(named), store.PathOf(young)], OnDisk.OrderBy(path => path != store.PathOf(named)));
    }

    [Fact]
    public void A_directory_can_be_flushed_and_a_missing_one_says_so()
    {
        Folder.Flush(temporary.Path);

        Assert.Contains("not-there", Assert.Throws<IOException>(() => Folder.Flush(temporary["not-there"])).Message, StringComparison.Ordinal);
    }

    private Task<StoredFile> WriteAsync(byte[] content) => store.WriteAsync(id, key, new MemoryStream(content), Anything);

    private async Task<byte[]> ReadAsync(Guid file, SecretKey with)
    {
        await using var stream = await store.OpenAsync(file, with);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private async Task UnreadableAsync(byte[] raw)
    {
        await File.WriteAllBytesAsync(store.PathOf(id), raw);
        await Assert.ThrowsAsync<UnreadableException>(() => ReadAsync(id, key));
    }

    /// <summary>Gives one byte at a time.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }

    /// <summary>Zeros without end, or until the line breaks.</summary>
    private sealed class Endless : MemoryStream
    {
        public long BreaksAt { get; init; } = long.MaxValue;

        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return Given <= BreaksAt ? new ValueTask<int>(buffer.Length) : throw new IOException("the line broke");
        }
    }
}
