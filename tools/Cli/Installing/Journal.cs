using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A line of an instance's journal.</summary>
/// <param name="At">UTC.</param>
/// <param name="Command"><c>install</c> or <c>upgrade</c>.</param>
/// <param name="From">The version before; null: there was none.</param>
/// <param name="Step">What was done; <see cref="Journal.Begun"/>, <see cref="Journal.Done"/>, <see cref="Journal.Failed"/> and <see cref="Journal.Back"/> are about the whole.</param>
/// <param name="Signers">Who released it and who countersigned.</param>
/// <param name="Certificates">Theirs, SHA-256.</param>
internal sealed record JournalLine(string At, string Command, string Version, string? From, string Step, string Result, IReadOnlyList<string> Signers, IReadOnlyList<string> Certificates);

/// <summary>What was done to an instance, a line of JSON for each step; lines are only added.</summary>
internal sealed class Journal(Instance instance, string command, Release release, ReleaseVersion? from)
{
    public const string Begun = "begun";
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>After it had failed, what was current before is current again.</summary>
    public const string Back = "back";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The last line; null where there is none. A line that was cut off when its writer was killed is none.</summary>
    public static JournalLine? Last(Instance instance)
    {
        var lines = File.Exists(instance.Journal) ? File.ReadAllLines(instance.Journal) : [];
        return lines.Reverse().Select(Parse).FirstOrDefault(line => line is not null);
    }

    /// <summary>The last line where neither the release nor what was current before it has come to serve; null where one has.</summary>
    public static JournalLine? Unfinished(Instance instance) => Last(instance) is { Step: not (Done or Back) } last ? last : null;

    public void Add(string step, string result)
    {
        var at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var line = new JournalLine(at, command, release.Manifest.Version.ToString(), from?.ToString(), step, result, [.. release.Signatures.Select(s => s.Subject)], [.. release.Signatures.Select(s => s.Thumbprint)]);
        Directory.CreateDirectory(instance.Home);
        using var file = new FileStream(instance.Journal, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        // A line that was cut off ends here.
        file.Position = Math.Max(0, file.Length - 1);
        file.Write(file.ReadByte() is -1 or '\n' ? [] : "\n"u8);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Form), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }

    private static JournalLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
