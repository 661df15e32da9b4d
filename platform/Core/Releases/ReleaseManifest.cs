using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Core.Releases;

/// <summary>
/// What a release is and of which files it consists: text, each line ended by LF, in one possible way only.
/// <code>
/// egov release 1
/// name: e-example
/// version: 1.0.0
/// platform: 0.1.0
/// runtime: linux-x64 self-contained
/// sdk: 10.0.401
/// source-date: 2026-11-29T15:00:00Z
/// commit: 653d732...
/// languages: lo en
///
/// {sha256} {size} {name}
/// </code>
/// </summary>
/// <param name="Name">Of the pack.</param>
/// <param name="Version">Of the pack.</param>
/// <param name="Platform">Version of the platform below it.</param>
/// <param name="Runtime"><c>linux-x64 self-contained</c>, or <c>linux-x64 framework-dependent</c> where .NET is to be there already.</param>
/// <param name="Sdk">The .NET SDK that compiled it; another one may compile other bytes.</param>
/// <param name="SourceDate">Of the sources, not of the build; in whole seconds.</param>
/// <param name="Commit">Of the sources, with <c>+changes</c> where something was not committed.</param>
/// <param name="Languages">Of the pack, the first is the default.</param>
/// <param name="Members">In the order of the file.</param>
public sealed partial record ReleaseManifest(
    string Name, ReleaseVersion Version, string Platform, string Runtime, string Sdk, DateTimeOffset SourceDate, string Commit,
    IReadOnlyList<string> Languages, IReadOnlyList<ReleaseMember> Members)
{
    private const string FirstLine = "egov release 1";
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string SelfContained(string runtime) => $"{runtime} self-contained";

    public static string FrameworkDependent(string runtime) => $"{runtime} framework-dependent";

    /// <exception cref="ReleaseRefusedException">There is no such member.</exception>
    public ReleaseMember Member(string name) =>
        Members.FirstOrDefault(m => m.Name == name) ?? throw new ReleaseRefusedException($"The release {Name} {Version} has no {name}.");

    /// <exception cref="ReleaseRefusedException">These bytes are no manifest, or are not written as this class writes them.</exception>
    public static ReleaseManifest Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var lines = Encoding.ASCII.GetString(bytes).Split('\n');
            var manifest = Parse(lines);
            return bytes.SequenceEqual(manifest.ToBytes()) ? manifest : throw new FormatException("It has lines that do not belong there.");
        }
        catch (Exception error) when (error is FormatException or IndexOutOfRangeException)
        {
            throw new ReleaseRefusedException($"The manifest cannot be read: {error.Message}", error);
        }
    }

    public byte[] ToBytes()
    {
        string[] head =
        [
            FirstLine, $"name: {Name}", $"version: {Version}", $"platform: {Platform}", $"runtime: {Runtime}", $"sdk: {Sdk}",
            $"source-date: {SourceDate.ToUniversalTime().ToString(DateForm, CultureInfo.InvariantCulture)}", $"commit: {Commit}", $"languages: {string.Join(' ', Languages)}", "",
        ];
        return Encoding.ASCII.GetBytes(string.Join('\n', head.Concat(Members.Select(m => m.ToString())).Append("")));
    }

    private static ReleaseManifest Parse(string[] lines)
    {
        if (lines[0] != FirstLine)
        {
            throw new FormatException($"It does not begin with '{FirstLine}'; a newer egov may read it.");
        }

        var members = lines[10..^1].Select(ReleaseMember.Parse).ToList();
        return members.Count == 0 || members.DistinctBy(m => m.Name).Count() != members.Count
            ? throw new FormatException("It names no file, or one twice.")
            : new(
                Value(lines[1], "name"), ReleaseVersion.Parse(Value(lines[2], "version")), Value(lines[3], "platform"), Value(lines[4], "runtime"), Value(lines[5], "sdk"),
                DateTimeOffset.ParseExact(Value(lines[6], "source-date"), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Value(lines[7], "commit"), Value(lines[8], "languages").Split(' '), members);
    }

    private static string Value(string line, string key) =>
        Line().Match(line) is { Success: true } match && match.Groups[1].Value == key
            ? match.Groups[2].Value
            : throw new FormatException($"Where '{key}: ...' is to stand there is: {line}");

    [GeneratedRegex(@"\A([a-z-]+): ([0-9A-Za-z.:+_-]+( [0-9A-Za-z.:+_-]+)*)\z")]
    private static partial Regex Line();
}
