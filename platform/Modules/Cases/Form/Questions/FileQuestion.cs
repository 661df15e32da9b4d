using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Files;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>
/// A file. It is stored as it arrives; what is typed of it are its id, name, size and type, set by the platform (<c>FileFields</c> drops what a
/// client sends there). A refused one leaves its reason in the part <c>refused</c>.
/// </summary>
internal sealed class FileQuestion(NodeReader reader, FileLimits limits) : Question(reader), IQuestion<FileQuestion>
{
    private const long Usual = 10_000_000;

    private static readonly Dictionary<string, FileType> Words = new()
    {
        ["pdf"] = FileType.Pdf,
        ["jpeg"] = FileType.Jpeg,
        ["png"] = FileType.Png,
        ["webp"] = FileType.Webp,
        ["heic"] = FileType.Heic,
        ["gif"] = FileType.Gif,
        ["docx"] = FileType.Docx,
        ["xlsx"] = FileType.Xlsx,
        ["odt"] = FileType.Odt,
    };

    public FileLimits Limits => limits;

    public override FeelType Type { get; } = new FeelType.Context(
        new Dictionary<string, FeelType> { ["name"] = FeelType.String, ["size"] = FeelType.Number, ["type"] = FeelType.String });

    public override bool FitsCell => false;

    public static FileQuestion Read(NodeReader reader, SectionContext context) => new(reader, new(MaxSize(reader), Accepted(reader)));

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (Enum.TryParse<FileRefusal>(typed["refused"], out var refusal))
        {
            reading.Add(Why(refusal, limits, reading.T));
        }

        return !Names(typed, out var size) ? null : new JsonObject
        {
            ["id"] = typed["id"],
            ["name"] = typed["name"],
            ["size"] = (decimal)size,
            ["type"] = typed["type"],
        };
    }

    public override bool IsTyped(Typed typed) => Names(typed, out _) || typed["refused"].Length > 0;

    public override string Show(JsonNode answer, AnswerShowing showing) =>
        showing.T["{0} ({1})", (string)answer["name"]!, showing.T.Formats().FileSize(long.CreateSaturating(answer["size"]!.GetValue<decimal>()))];

    public override IEnumerable<Guid> Files(JsonNode answer) => Guid.TryParse((string?)answer["id"], out var id) ? [id] : [];

    public override string Missing(IStringLocalizer t, string label) => t["{0}: choose a file", label];

    private static bool Names(Typed typed, out long size) =>
        long.TryParse(typed["size"], NumberStyles.None, CultureInfo.InvariantCulture, out size) && Guid.TryParse(typed["id"], out _);

    /// <summary>A file that the case has already, as the answer here; refused where this question does not accept it.</summary>
    public Typed Taken(Typed file) => file switch
    {
        _ when !Names(file, out var size) || size > limits.MaxBytes => Refused(FileRefusal.TooLarge),
        _ when Kinds(limits).All(k => k.MediaType != file["type"]) => Refused(FileRefusal.TypeNotAccepted),
        _ => file,
    };

    /// <summary>Why a file was refused, in the person's words.</summary>
    public static LocalizedString Why(FileRefusal refusal, FileLimits limits, IStringLocalizer t) => refusal switch
    {
        FileRefusal.Empty => t["The file is empty; choose another"],
        FileRefusal.Harmful => t["Something harmful was found in the file; choose another"],
        FileRefusal.NotExamined => t["The file could not be examined just now; try again in a few minutes"],
        FileRefusal.NoRoom => t["This application has as many files as it may have; files that were replaced count too"],
        FileRefusal.TooLarge => t["The file is larger than {0}; choose a smaller one", t.Formats().FileSize(limits.MaxBytes)],
        _ => t["Choose a file of one of these kinds: {0}", string.Join(", ", Kinds(limits).Select(k => k.Extension))],
    };

    private static Typed Refused(FileRefusal refusal) => Typed.Nothing.With("refused", $"{refusal}");

    private static IReadOnlySet<FileType> Kinds(FileLimits limits) => limits.Types ?? FileType.PapersAndPictures;

    private static HashSet<FileType> Accepted(NodeReader reader)
    {
        foreach (var unknown in reader.Scalars("accept").Where(s => !Words.ContainsKey(s.Value)))
        {
            reader.Problems.Add(unknown.Source, "'{0}' is not a kind of file: use one of {1}.", unknown.Value, string.Join(", ", Words.Keys));
        }

        var accepted = reader.Words("accept").Where(Words.ContainsKey).Select(w => Words[w]).ToHashSet();
        return accepted.Count == 0 ? [.. FileType.PapersAndPictures] : accepted;
    }

    private static long MaxSize(NodeReader reader)
    {
        var size = reader.Scalar("max-size");
        if (size is null)
        {
            return Usual;
        }

        if (size.Value.Split(' ') is [var count, "MB"] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= 100)
        {
            return megabytes * 1_000_000L;
        }

        reader.Problems.Add(size.Source, "'{0}' is not a size: write 'max-size: 10 MB', from 1 to 100.", size.Value);
        return Usual;
    }
}
