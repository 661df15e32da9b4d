using System.Text;

namespace Platform.Core.Packs;

/// <summary>The letters of a pack's texts: UTF-8 (RFC 3629), with a byte order mark or without.</summary>
internal static class PackLetters
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Endings = [".yaml", ".csv", ".po", ".hbs", ".md", ".css"];

    public static string Read(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF');

    /// <summary>The byte order mark that a content begins with; empty where it has none.</summary>
    public static ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> content) => content.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble : [];

    /// <summary>Adds a mistake where a text is written in other letters: what stands in their place would be a question mark.</summary>
    public static void Check(PackSource file, ReadOnlySpan<byte> content, PackProblems problems)
    {
        if (!Array.Exists(Endings, e => file.File.EndsWith(e, StringComparison.Ordinal)))
        {
            return;
        }

        try
        {
            Strict.GetCharCount(content);
        }
        catch (DecoderFallbackException other)
        {
            var line = content[..Math.Max(0, other.Index)].Count((byte)'\n') + 1;
            problems.Add(file with { Line = line }, "A letter here is not UTF-8: save the file in the encoding UTF-8.");
        }
    }
}
