namespace Platform.Core.Files;

/// <summary>Small files that are either wholly there after a power cut or not at all.</summary>
public static class DurableFile
{
    // What the account's umask leaves of it, as of any file that a person writes.
    private const UnixFileMode Ordinary =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Puts a file in the place of what stands there: whoever reads, or ends the program, finds the old one or the new one whole. Who may read it stays.</summary>
    /// <exception cref="IOException">The disk refuses; what stood there stands there still.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        Write(full, content, Ordinary, overwrite: true, File.Exists(full) && !OperatingSystem.IsWindows() ? File.GetUnixFileMode(full) : null);
    }

    /// <summary>Writes beside the target, makes the bytes durable, renames over it, makes the name durable.</summary>
    /// <exception cref="IOException">The file exists and is not to be overwritten, or the disk refuses.</exception>
    internal static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode, bool overwrite)
    {
        Folder.Create(Path.GetDirectoryName(path)!);
        Write(path, content, mode, overwrite, kept: null);
    }

    /// <summary>Gives a finished file its name for good. Of many that do so for one name together, one does where it is not to be overwritten.</summary>
    /// <exception cref="IOException">The file exists and is not to be overwritten, or the disk refuses.</exception>
    internal static void Publish(string temporary, string path, bool overwrite = false)
    {
        // File.Move looks first and then renames, so that two who looked at one moment would both rename and the second would win.
        if (!overwrite && Folder.TryLink(temporary, path))
        {
            File.Delete(temporary);
        }
        else
        {
            File.Move(temporary, path, overwrite);
        }

        Folder.Flush(Path.GetDirectoryName(path)!);
    }

    internal static FileStreamOptions Options(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return options;
    }

    // Hidden: where a pack or a catalogue is read, half a file beside the whole one is passed over.
    private static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode, bool overwrite, UnixFileMode? kept)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.CreateVersion7():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, Options(kept ?? mode)))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            if (kept is { } same && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, same);
            }

            Publish(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
