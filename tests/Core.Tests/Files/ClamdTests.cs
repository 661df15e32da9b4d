using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Testing;

namespace Platform.Core.Tests.Files;

/// <summary>A socket that speaks as clamd does, and misbehaves as it does.</summary>
public sealed class ClamdTests : IDisposable
{
    private static readonly FileLimits Anything = new(long.MaxValue);

    private readonly TestFolder temporary = new();
    private readonly SecretKey key = SecretKey.Create();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private byte[] seen = [];

    public ClamdTests() => listener.Start();

    public void Dispose()
    {
        listener.Dispose();
        temporary.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200_000)]
    public async Task A_clean_file_is_kept_and_was_seen_whole(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var stored = await WriteAsync(content, socket => AnswerAsync(socket, "stream: OK\0"));

        Assert.Equal(length, stored.Length);
        Assert.Equal(content, seen);
        Assert.Single(OnDisk);
    }

    [Fact]
    public async Task A_harmful_one_is_refused_and_nothing_is_left()
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => WriteAsync([1, 2, 3], socket => AnswerAsync(socket, "stream: Win.Test.EICAR_HDB-1 FOUND\0")));

        Assert.Equal(FileRefusal.Harmful, refused.Refusal);
        Assert.Empty(OnDisk);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: OK")]
    [InlineData("UNKNOWN COMMAND\0")]
    [InlineData("")]
    public async Task What_is_no_clear_answer_lets_nothing_through(string answer)
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => WriteAsync([1, 2, 3], socket => AnswerAsync(socket, answer)));

        Assert.Equal(FileRefusal.NotExamined, refused.Refusal);
        Assert.Empty(OnDisk);
    }

    [Fact]
    public async Task An_answer_in_pieces_is_one_answer() => await WriteAsync([1, 2, 3], async socket =>
    {
        await ReadAsync(socket);
        foreach (var piece in "stream: OK\0")
        {
            await socket.SendAsync(new[] { (byte)piece });
            await Task.Delay(2);
        }
    });

    [Fact]
    public async Task A_scanner_that_hangs_up_lets_nothing_through()
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => WriteAsync(RandomNumberGenerator.GetBytes(3_000_000), _ => Task.CompletedTask));

        Assert.Equal(FileRefusal.NotExamined, refused.Refusal);
        Assert.Empty(OnDisk);
    }

    [Fact]
    public async Task A_scanner_that_says_nothing_is_not_waited_for_longer_than_patience_lasts()
    {
        var end = new TaskCompletionSource();

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => WriteAsync([1, 2, 3], _ => end.Task, patience: TimeSpan.FromMilliseconds(300)));

        end.SetResult();
        Assert.Equal(FileRefusal.NotExamined, refused.Refusal);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_lets_nothing_through()
    {
        listener.Stop();

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Store(TimeSpan.FromSeconds(30)).WriteAsync(Guid.CreateVersion7(), key, new MemoryStream([1]), Anything));

        Assert.Equal(FileRefusal.NotExamined, refused.Refusal);
    }

    [Fact]
    public async Task What_the_platform_made_itself_is_kept_without_asking()
    {
        listener.Stop();

        await Store(TimeSpan.FromSeconds(30)).WriteAsync(Guid.CreateVersion7(), key, new MemoryStream([1]), Anything with { IsOurs = true });

        Assert.Single(OnDisk);
    }

    [Theory]
    [InlineData("127.0.0.1:3310", "127.0.0.1:3310")]
    [InlineData("[::1]:3310", "[::1]:3310")]
    [InlineData("clamd.internal:3310", "Unspecified/clamd.internal:3310")]
    [InlineData("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [InlineData("127.0.0.1", null)]
    [InlineData("clamd:0", null)]
    [InlineData("unix:", null)]
    [InlineData("", null)]
    public void Where_it_listens_is_an_address_or_a_socket(string text, string? address) => Assert.Equal(address, Clamd.AddressOf(text)?.ToString());

    private string[] OnDisk => Directory.GetFiles(temporary["files"], "*", SearchOption.AllDirectories);

    private FileStore Store(TimeSpan patience) => new(temporary["files"], TimeProvider.System, new Clamd(listener.LocalEndpoint, patience, TimeProvider.System, NullLogger<Clamd>.Instance));

    private async Task<StoredFile> WriteAsync(byte[] content, Func<Socket, Task> behave, TimeSpan? patience = null)
    {
        var serving = ServeAsync(behave);
        try
        {
            return await Store(patience ?? TimeSpan.FromSeconds(30)).WriteAsync(Guid.CreateVersion7(), key, new MemoryStream(content), Anything);
        }
        finally
        {
            if (patience is null)
            {
                await serving;
            }
        }
    }

    private async Task ServeAsync(Func<Socket, Task> behave)
    {
        using var socket = await listener.AcceptSocketAsync();
        await behave(socket);
    }

    private async Task AnswerAsync(Socket socket, string answer)
    {
        await ReadAsync(socket);
        await socket.SendAsync(Encoding.UTF8.GetBytes(answer));
    }

    private async Task ReadAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.UTF8.GetString(command));
        var content = new MemoryStream();
        for (var chunk = await ChunkAsync(stream); chunk.Length > 0; chunk = await ChunkAsync(stream))
        {
            content.Write(chunk);
        }

        seen = content.ToArray();
    }

    private static async Task<byte[]> ChunkAsync(NetworkStream stream)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length);
        var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await stream.ReadExactlyAsync(chunk);
        return chunk;
    }
}
