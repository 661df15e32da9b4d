using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Cli.Import.Forms;

/// <summary>Kinds and sizes of files in the words of packs.</summary>
internal static partial class FileKinds
{
    private const int Most = 100;

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = ["pdf"],
        ["jpg"] = ["jpeg"],
        ["jpeg"] = ["jpeg"],
        ["png"] = ["png"],
        ["webp"] = ["webp"],
        ["heic"] = ["heic"],
        ["gif"] = ["gif"],
        ["docx"] = ["docx"],
        ["xlsx"] = ["xlsx"],
        ["odt"] = ["odt"],
        ["*"] = ["jpeg", "png", "webp", "heic", "gif"],
        ["vnd.openxmlformats-officedocument.wordprocessingml.document"] = ["docx"],
        ["vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ["xlsx"],
        ["vnd.oasis.opendocument.text"] = ["odt"],
    };

    /// <param name="pattern">As <c>.pdf,.jpg</c>, <c>image/*</c>, <c>application/pdf</c>; null: any.</param>
    /// <param name="size">As <c>10MB</c>; null: any.</param>
    public static void Put(QuestionDraft question, string? pattern, string? size, string where, Carrying carrying)
    {
        foreach (var kind in (pattern ?? "").Split([',', ' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries).Where(k => k is not ("*" or "*/*")))
        {
            if (Words.TryGetValue(kind[(kind.LastIndexOfAny(['.', '/']) is var at && kind.Contains('/', StringComparison.Ordinal) ? kind.IndexOf('/', StringComparison.Ordinal) + 1 : at + 1)..], out var words))
            {
                question.Accept.AddRange(words.Except(question.Accept));
            }
            else
            {
                carrying.Note(where, $"files of the kind '{kind}': the platform takes {string.Join(", ", Words.Values.SelectMany(w => w).Distinct())}");
            }
        }

        if (size is not null)
        {
            question.Add("max-size", Megabytes(size) is { } megabytes ? string.Create(CultureInfo.InvariantCulture, $"{megabytes} MB") : null);
        }
    }

    // Rounded up to a whole megabyte, of which the platform takes from 1 to 100.
    private static int? Megabytes(string size) => Size().Match(size) is { Success: true } match
        ? Math.Clamp((int)Math.Ceiling(double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * match.Groups[2].Value.ToUpperInvariant() switch { "KB" => 0.001, "GB" => 1000, "MB" => 1, _ => 0.000001 }), 1, Most)
        : null;

    [GeneratedRegex(@"^\s*([0-9]+(?:\.[0-9]+)?)\s*([KMG]?B?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
