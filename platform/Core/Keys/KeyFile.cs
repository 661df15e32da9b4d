using System.Buffers.Text;
using System.Text;

namespace Platform.Core.Keys;

/// <summary>One instance key as a file.</summary>
internal static class KeyFile
{
    internal const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode World = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;
    private const string Magic = "egov-instance-key";

    public static byte[] Format(SecretKey key) => Encoding.ASCII.GetBytes($"{Magic} 1 {key.Id} {Base64Url.EncodeToString(key.Bytes)}\n");

    /// <exception cref="InstanceKeyException">Unreadable, damaged, or open to others.</exception>
    public static SecretKey Read(string file)
    {
        RefuseIfOpenToOthers(file);
        var parts = File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [Magic, "1", var id, var key] && Decode(key) is { } secret && secret.Id.ToString() == id
            ? secret
            : throw new InstanceKeyException($"{file} is damaged or no instance key. Put back a copy, or run: egov keys restore");
    }

    private static SecretKey? Decode(string text)
    {
        Span<byte> bytes = stackalloc byte[SecretKey.Size];
        return Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == SecretKey.Size ? SecretKey.From(bytes) : null;
    }

    // The owner's group may read: that is how orchestrators hand a secret to a service account.
    private static void RefuseIfOpenToOthers(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & World) != 0)
        {
            throw new InstanceKeyException($"{file} can be read or changed by other accounts of this machine. Run: chmod 600 {file}");
        }
    }
}
