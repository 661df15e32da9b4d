namespace Platform.Core.Packs;

/// <summary>A file that is taken whole: a template, a page, a picture, a style sheet.</summary>
internal sealed class PackWhole(byte[] content, PackSource source) : PackNode(source)
{
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>The content where it is text, else null.</summary>
    public string? Text { get; } = content.Contains((byte)0) ? null : TextOf(content);

    private static string? TextOf(byte[] content)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
