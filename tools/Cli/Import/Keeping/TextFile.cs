using System.Text;

namespace Platform.Cli.Import.Keeping;

/// <summary>Files of a pack as text: UTF-8, and untouched where nothing is different.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Null where there is no such file.</summary>
    public static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file, Plain) : null;

    /// <summary>Whole or not at all: a reader never sees half of it.</summary>
    /// <returns>False where it stood there already.</returns>
    public static bool Write(string file, string text)
    {
        if (Read(file) == text)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var half = $"{file}.half";
        File.WriteAllText(half, text, Plain);
        File.Move(half, file, overwrite: true);
        return true;
    }
}
