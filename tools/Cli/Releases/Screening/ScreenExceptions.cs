using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Screening;

/// <summary>
/// Findings that may leave all the same, each with who said so and why: a file of text with its signature beside it.
/// Its first line is its own, so that no other signature can pass for one on it; then <c>id  reason</c>.
/// </summary>
internal sealed record ScreenExceptions(IReadOnlyDictionary<string, string> Reasons)
{
    private const string FirstLine = "egov screen exceptions 1";
    private const string SignatureEnding = ".p7s";

    /// <exception cref="ReleaseRefusedException">The file is not signed by a key that the trust knows, or was changed since.</exception>
    public static ScreenExceptions Load(string file, ReleaseTrust trust)
    {
        var content = File.ReadAllBytes(file);
        trust.DemandSigned(content, File.ReadAllBytes(file + SignatureEnding), TimeProvider.System.GetUtcNow());
        return Parse(content);
    }

    /// <summary>Adds one and signs all anew: those that are there already have to be signed by somebody who may.</summary>
    /// <exception cref="ReleaseRefusedException">The file is not signed by a key that the trust knows, or was changed since.</exception>
    public static void Add(string file, string id, string reason, X509Certificate2 key, ReleaseTrust trust)
    {
        var earlier = File.Exists(file) ? Load(file, trust).Reasons : new Dictionary<string, string>();
        var lines = earlier.Where(r => r.Key != id).Append(new(id, reason.ReplaceLineEndings(" "))).Select(r => $"{r.Key}  {r.Value}");
        var content = Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(FirstLine)) + "\n");
        File.WriteAllBytes(file, content);
        File.WriteAllBytes(file + SignatureEnding, DetachedSignature.Make(content, key));
    }

    private static ScreenExceptions Parse(byte[] content)
    {
        var lines = Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault() == FirstLine && lines.Skip(1).All(line => line.Contains("  ", StringComparison.Ordinal))
            ? new(lines.Skip(1).Select(line => line.Split("  ", 2)).ToDictionary(p => p[0], p => p[1]))
            : throw new ReleaseRefusedException(string.Create(CultureInfo.InvariantCulture, $"These are no exceptions: the first line is to be '{FirstLine}', each other one an id, two spaces and a reason."));
    }
}
