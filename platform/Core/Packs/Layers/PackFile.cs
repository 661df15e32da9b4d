namespace Platform.Core.Packs;

/// <summary>A file of a pack that is used as it stands: template, page, picture, style sheet, translations.</summary>
public sealed class PackFile(string path, string layer, byte[] content)
{
    /// <summary>Path inside the pack, with <c>/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The first line of the file.</summary>
    public PackSource Source { get; } = new(layer, path, 1);

    /// <summary>The bytes as they stand on disk.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>The content as UTF-8, without a byte order mark.</summary>
    public string Text => field ??= PackLetters.Read(Content.Span);
}
