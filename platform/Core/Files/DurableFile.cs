namespace Platform.Core.Files;

/// <summary>Small files that are either wholly there after a power cut or not at all.</summary>
internal static class DurableFile
{
    /// <summary>Writes beside the target, makes the bytes durable, renames over it, makes the name durable.</summary>
    /// <exception cref="IOException">The file exists and is not to be overwritten, or the disk refuses.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode, bool overwrite)
    {
        Folder.Create(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        using (var file = new FileStream(temporary, Options(mode)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        try
        {
            Publish(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Gives a finished file its name for good.</summary>
    public static void Publish(string temporary, string path, bool overwrite = false)
    {
        File.Move(temporary, path, overwrite);
        Folder.Flush(Path.GetDirectoryName(path)!);
    }

    public static FileStreamOptions Options(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return options;
    }
}
