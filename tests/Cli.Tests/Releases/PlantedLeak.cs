using System.Text;
using Platform.Cli.Releases.Screening;

namespace Platform.Cli.Tests.Releases;

/// <summary>One leak and the file it is planted into.</summary>
internal sealed record PlantedLeak(LeakKind Kind, string File, byte[] Content)
{
    /// <summary>A line among the lines of a file.</summary>
    public static PlantedLeak InText(LeakKind kind, string file, byte[] clean, string line, int at)
    {
        var lines = Encoding.UTF8.GetString(clean).Split('\n').ToList();
        lines.Insert(at % (lines.Count + 1), line);
        return new(kind, file, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
