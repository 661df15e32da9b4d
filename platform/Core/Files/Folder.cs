using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Platform.Core.Files;

/// <summary>
/// Makes names, and makes them durable. A rename or a new file survives a power cut only after its directory was flushed (fsync(2)), and .NET refuses
/// to open a directory, hence the call to <c>open</c>. Windows has no such notion; NTFS journals names itself.
/// </summary>
internal static class Folder
{
    private const int ReadOnly = 0;

    // EEXIST, 17 on Linux, the BSDs and macOS.
    private const int AlreadyThere = 17;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="IOException">The directory cannot be opened or flushed.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(OpenDirectory(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"{path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Creates the directory and those above it, for the owner only, each with its name durable in its parent.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Create(parent);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        Flush(parent);
    }

    /// <summary>Gives the file a second name, which nobody has yet: link(2) does both in one step.</summary>
    /// <returns>False where there are no links, as on Windows and some shares.</returns>
    /// <exception cref="IOException">Somebody has the name.</exception>
    public static bool TryLink(string file, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        var made = Link(Encoding.UTF8.GetBytes(file + '\0'), Encoding.UTF8.GetBytes(name + '\0')) == 0;
        return made || Marshal.GetLastPInvokeError() != AlreadyThere ? made : throw new IOException($"{name} exists already.");
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] file, byte[] name);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenDirectory(byte[] path, int flags);
}
