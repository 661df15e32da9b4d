namespace Platform.Core.Files;

/// <summary>A kind of file, told by its content and never by its name or by what the sender says.</summary>
/// <param name="MediaType">IANA media type, for the response header.</param>
/// <param name="Extension">Without a dot, for the name of a download.</param>
public sealed record FileType(string MediaType, string Extension)
{
    public static readonly FileType Pdf = new("application/pdf", "pdf");
    public static readonly FileType Jpeg = new("image/jpeg", "jpg");
    public static readonly FileType Png = new("image/png", "png");
    public static readonly FileType Gif = new("image/gif", "gif");
    public static readonly FileType Webp = new("image/webp", "webp");
    public static readonly FileType Heic = new("image/heic", "heic");
    public static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    public static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    public static readonly FileType Odt = new("application/vnd.oasis.opendocument.text", "odt");
    public static readonly FileType Zip = new("application/zip", "zip");

    /// <summary>Nothing known; served as a download only.</summary>
    public static readonly FileType Unknown = new("application/octet-stream", "bin");

    /// <summary>What phones and scanners make; the default of a file question.</summary>
    public static readonly IReadOnlySet<FileType> PapersAndPictures = new HashSet<FileType> { Pdf, Jpeg, Png, Webp, Heic };

    /// <param name="head">The first bytes of the file; 4 KiB are enough for every kind here.</param>
    public static FileType Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ when head.StartsWith("%PDF-"u8) => Pdf,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
        _ when head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) => Webp,
        _ when At(head, 4, "ftyp"u8) && IsHeic(head[8..]) => Heic,
        _ when head.StartsWith("PK\u0003\u0004"u8) => InZip(head),
        _ => Unknown,
    };

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> bytes) => head.Length >= offset && head[offset..].StartsWith(bytes);

    // ISO 14496-12: the major brand follows the box type. These are the still-picture brands of HEIF that phones write.
    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("heim"u8) || brand.StartsWith("heis"u8);

    // Office files are zip archives; the entry that tells stands within their first bytes. OpenDocument puts its type first, not compressed.
    private static FileType InZip(ReadOnlySpan<byte> head) => true switch
    {
        _ when At(head, 30, "mimetypeapplication/vnd.oasis.opendocument.text"u8) => Odt,
        _ when !At(head, 30, "[Content_Types].xml"u8) && !At(head, 30, "_rels/"u8) => Zip,
        _ when head.IndexOf("word/"u8) > 0 => Docx,
        _ when head.IndexOf("xl/"u8) > 0 => Xlsx,
        _ => Zip,
    };
}
