using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Platform.Core.Files;

/// <summary>One file on its way through clamd: chunks with their length before them (four bytes, the highest first), an empty one at the end, then the answer.</summary>
internal sealed class ClamdScan : IDisposable
{
    private const string Clean = "stream: OK";
    private const string Found = " FOUND";
    private const int LongestAnswer = 1024;

    private readonly EndPoint address;
    private readonly ILogger log;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource late;
    private readonly CancellationTokenSource either;
    private readonly Socket socket;

    public ClamdScan(EndPoint address, TimeProvider clock, TimeSpan patience, ILogger log, CancellationToken cancellationToken)
    {
        (this.address, this.log, caller) = (address, log, cancellationToken);
        late = new(patience, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        socket = address is UnixDomainSocketEndPoint ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(SocketType.Stream, ProtocolType.Tcp);
    }

    public Task ConnectAsync() => AskAsync(async () =>
    {
        await socket.ConnectAsync(address, either.Token);
        await SendAllAsync("zINSTREAM\0"u8.ToArray());
    });

    public Task SendAsync(ReadOnlyMemory<byte> chunk) => AskAsync(async () =>
    {
        await SendAllAsync(Length(chunk.Length));
        await SendAllAsync(chunk);
    });

    /// <exception cref="FileRefusedException">It is harmful, or nobody can say.</exception>
    public Task EndAsync(FileType type) => AskAsync(async () =>
    {
        await SendAllAsync(Length(0));
        var answer = await AnswerAsync();
        if (answer.EndsWith(Found, StringComparison.Ordinal))
        {
            log.LogWarning("An uploaded file was refused: {Answer}", answer);
            throw new FileRefusedException(FileRefusal.Harmful, type);
        }

        if (answer != Clean)
        {
            throw new IOException($"clamd answered: {answer}");
        }
    });

    public void Dispose()
    {
        socket.Dispose();
        either.Dispose();
        late.Dispose();
    }

    private async Task AskAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is SocketException or IOException || (error is OperationCanceledException && !caller.IsCancellationRequested))
        {
            log.LogError(error, "clamd at {Address} could not be asked about an uploaded file, so it was not accepted.", address);
            throw new FileRefusedException(FileRefusal.NotExamined, FileType.Unknown);
        }
    }

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, either.Token)..];
        }
    }

    // Ends with the zero byte that the command began with a z for.
    private async Task<string> AnswerAsync()
    {
        var buffer = new byte[LongestAnswer];
        var length = 0;
        while (length < buffer.Length && await socket.ReceiveAsync(buffer.AsMemory(length), either.Token) is > 0 and var count)
        {
            length += count;
            if (buffer[length - 1] == 0)
            {
                return Encoding.UTF8.GetString(buffer, 0, length - 1);
            }
        }

        throw new IOException("clamd ended without an answer.");
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return bytes;
    }
}
