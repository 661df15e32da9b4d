namespace Platform.Modules.Notices.Writing;

/// <summary>A notice as it is read: written once, sealed, and carried by every channel in the same words.</summary>
/// <param name="Short">For SMS; null where the pack has no short form.</param>
public sealed record NoticeText(string Subject, IReadOnlyList<string> Paragraphs, string? ShortForm)
{
    /// <summary>The first line is the subject; the others are paragraphs, empty ones fall away.</summary>
    internal static NoticeText Of(string written, string? shortForm)
    {
        var lines = written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(lines.FirstOrDefault() ?? "", [.. lines.Skip(1)], shortForm?.Trim());
    }
}
