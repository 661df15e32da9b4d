using System.Text;
using Platform.Core.Files;

namespace Platform.Cli;

/// <summary>Files of people's own as text: UTF-8, whole or not at all, and untouched where nothing is different.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Null where there is no such file.</summary>
    public static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file, Plain) : null;

    /// <returns>False where it stood there already.</returns>
    public static bool Write(string file, string text)
    {
        if (Read(file) == text)
        {
            return false;
        }

        DurableFile.Replace(file, Plain.GetBytes(text));
        return true;
    }
}
