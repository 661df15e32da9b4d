using System.Globalization;
using System.Text;

namespace Platform.Core.Files;

/// <summary>
/// What an uploaded file is called from now on. It ends as its content does: what begins like a PDF and is called a page or a program would run on the disk
/// of whoever downloads it.
/// </summary>
public static class FileName
{
    private const int Longest = 200;
    private const char Joiner = '\u200D', NonJoiner = '\u200C';

    /// <param name="given">As the sender's device called it; some send the whole path of their own disk.</param>
    /// <param name="type">Told by the content.</param>
    /// <returns>At most 200 UTF-16 units, without controls and without marks that change the direction in which a name is read; never empty.</returns>
    public static string Of(string given, FileType type)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(type);
        var plain = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(IsShown)).Trim(' ', '.');
        return Last(EndsAs(plain, type) ? plain : $"{(plain.Length == 0 ? "file" : plain)}.{type.Extension}");
    }

    private static bool EndsAs(string name, FileType type) =>
        name.EndsWith($".{type.Extension}", StringComparison.OrdinalIgnoreCase) || (type == FileType.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase));

    // Joiners shape letters of some scripts.
    private static bool IsShown(Rune rune) => rune.Value is Joiner or NonJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Last(string name)
    {
        var from = Math.Max(0, name.Length - Longest);
        return name[(char.IsLowSurrogate(name[from]) ? from + 1 : from)..];
    }
}
