using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Screening;

/// <summary>The tags of Exif 2.32 and XMP that tell of a person, a place or one camera.</summary>
internal static partial class Exif
{
    private const int SubDirectory = 0x8769;
    private const int Place = 0x8825;
    private const int EntryLength = 12;

    private static readonly Dictionary<int, string> Tags = new() { [0x013b] = "artist", [0xa430] = "owner", [0xa431] = "serial number", [Place] = "place" };

    public static IEnumerable<string> Personal(byte[] part)
    {
        var (little, big) = (part.AsSpan().IndexOf("II*\0"u8), part.AsSpan().IndexOf("MM\0*"u8));
        var found = little >= 0 ? Walk(part[little..], isLittle: true) : big >= 0 ? Walk(part[big..], isLittle: false) : [];
        return found.Concat(Xmp().Matches(Encoding.UTF8.GetString(part)).Select(m => m.Value));
    }

    private static IEnumerable<string> Walk(byte[] tiff, bool isLittle)
    {
        var (directories, seen) = (new Stack<int>([Long(4)]), new HashSet<int>());
        while (directories.TryPop(out var at) && at > 0 && at <= tiff.Length - 2 && seen.Add(at))
        {
            for (var entry = at + 2; entry < at + 2 + (Short(at) * EntryLength) && entry + EntryLength <= tiff.Length; entry += EntryLength)
            {
                if (Short(entry) == SubDirectory)
                {
                    directories.Push(Long(entry + 8));
                }

                if (Tags.TryGetValue(Short(entry), out var name))
                {
                    yield return $"{name} {Value(entry)}";
                }
            }
        }

        int Short(int offset) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(offset)) : BinaryPrimitives.ReadUInt16BigEndian(tiff.AsSpan(offset));

        int Long(int offset) => isLittle ? BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(offset)) : BinaryPrimitives.ReadInt32BigEndian(tiff.AsSpan(offset));

        string Value(int entry) => Short(entry) == Place ? "" : Encoding.UTF8.GetString(tiff.AsSpan(Long(entry + 4) <= 4 ? entry + 8 : Long(entry + 8), Long(entry + 4))).TrimEnd('\0');
    }

    [GeneratedRegex(@"(exif:GPS\w+|dc:creator|aux:OwnerName|exifEX:\w*(Owner|Serial)\w*|photoshop:(Credit|City)|Iptc4xmpCore:\w+)[^\0]{0,80}")]
    private static partial Regex Xmp();
}
