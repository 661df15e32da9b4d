namespace Platform.Core.Files;

/// <summary>Small files that are either wholly there after a power cut or not at all.</summary>
internal static class DurableFile
{
    /// <summary>Writes beside the target, makes the bytes durable, renames over it, makes the name durable.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        Folder.Create(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        using (var file = new FileStream(temporary, Options(mode)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        Publish(temporary, path);
    }

    /// <summary>Gives a finished file its name for good.</summary>
    public static void Publish(string temporary, string path)
    {
        File.Move(temporary, path, overwrite: true);
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
