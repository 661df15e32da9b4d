using System.Buffers.Binary;
using System.Text;

namespace Platform.Core.Packs;

/// <summary>What the first two packets of an Ogg Opus file say (RFC 7845): that it is one, and its comments.</summary>
internal sealed class OggOpus
{
    private const int PageHeader = 27;

    private OggOpus(ILookup<string, string> comments) => Comments = comments;

    /// <summary>By name, without regard to case: <c>TITLE</c>.</summary>
    public ILookup<string, string> Comments { get; }

    /// <returns>Null for any other content.</returns>
    public static OggOpus? Read(ReadOnlySpan<byte> file)
    {
        var head = Page(file, out var rest);
        var tags = Page(rest, out _);
        return head.StartsWith("OpusHead"u8) && tags.StartsWith("OpusTags"u8) && Split(tags["OpusTags"u8.Length..]) is { } comments ? new(comments) : null;
    }

    // The payload of the first page; each of the two packets begins a page of its own.
    private static ReadOnlySpan<byte> Page(ReadOnlySpan<byte> file, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        if (file.Length < PageHeader || !file.StartsWith("OggS"u8) || file.Length < PageHeader + file[PageHeader - 1])
        {
            return default;
        }

        var segments = file.Slice(PageHeader, file[PageHeader - 1]);
        var length = 0;
        foreach (var segment in segments)
        {
            length += segment;
        }

        var payload = file[(PageHeader + segments.Length)..];
        if (payload.Length < length)
        {
            return default;
        }

        rest = payload[length..];
        return payload[..length];
    }

    // The name of the program, then a count, then "NAME=value"; each with its length before it.
    private static ILookup<string, string>? Split(ReadOnlySpan<byte> tags)
    {
        var found = new List<(string Name, string Value)>();
        if (!Take(ref tags, out _) || tags.Length < sizeof(int))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32LittleEndian(tags);
        tags = tags[sizeof(int)..];
        while (count-- > 0)
        {
            if (!Take(ref tags, out var comment))
            {
                return null;
            }

            var parts = comment.Split('=', 2);
            found.Add((parts[0], parts[^1]));
        }

        return found.ToLookup(f => f.Name, f => f.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static bool Take(ref ReadOnlySpan<byte> tags, out string text)
    {
        text = "";
        if (tags.Length < sizeof(int) || BinaryPrimitives.ReadUInt32LittleEndian(tags) is var length && length > tags.Length - sizeof(int))
        {
            return false;
        }

        text = Encoding.UTF8.GetString(tags.Slice(sizeof(int), (int)length));
        tags = tags[(sizeof(int) + (int)length)..];
        return true;
    }
}
