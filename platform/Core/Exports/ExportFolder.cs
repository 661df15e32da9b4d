using System.Security.Cryptography;
using System.Text;
using Platform.Core.Files;

namespace Platform.Core.Exports;

/// <summary>The folder that an export grows in: every file for its owner only, each with its SHA-256 in <c>SHA256SUMS</c> as coreutils reads it.</summary>
internal sealed class ExportFolder : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string root;
    private readonly StreamWriter sums;

    public ExportFolder(string root)
    {
        this.root = root;
        Folder.Create(root);
        sums = new StreamWriter(Create("SHA256SUMS"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <returns>The file's SHA-256 in hexadecimal.</returns>
    /// <param name="path">Below the folder, with slashes.</param>
    public async Task<string> WriteAsync(string path, Func<Stream, Task> write)
    {
        using var sha256 = SHA256.Create();
        await using (var file = Create(path))
        await using (var hashing = new CryptoStream(file, sha256, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashing);
            await hashing.FlushFinalBlockAsync();
            file.Flush(flushToDisk: true);
        }

        var hash = Convert.ToHexStringLower(sha256.Hash!);
        await sums.WriteLineAsync($"{hash}  {path}");
        return hash;
    }

    public Task<string> WriteAsync(string path, string text) => WriteAsync(path, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text)));

    public ValueTask DisposeAsync() => sums.DisposeAsync();

    private FileStream Create(string path)
    {
        var full = Path.Combine(root, path);
        Folder.Create(Path.GetDirectoryName(full)!);
        return new FileStream(full, DurableFile.Options(OwnerOnly));
    }
}
