namespace Platform.Cli.Installing;

/// <summary>A file that the portal's account reads, whatever root's umask is. At every moment there is an old or a new one.</summary>
internal static class ReadableFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void Write(string file, Action<string> write)
    {
        var part = $"{file}.new";
        write(part);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, Mode);
        }

        File.Move(part, file, overwrite: true);
    }
}
