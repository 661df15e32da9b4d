using System.Globalization;

namespace Platform.Core.Texts.Po;

internal static class PoReview
{
    private const string Mark = "reviewed: ";

    public static string Write(TextReview review) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{review.By} {review.On:yyyy-MM-dd}");

    /// <summary>Reads <c>reviewed: NAME 2026-01-31</c>; null for any other comment.</summary>
    public static TextReview? Read(string comment)
    {
        var cut = comment.LastIndexOf(' ');
        return comment.StartsWith(Mark, StringComparison.Ordinal) && cut > Mark.Length
            && DateOnly.TryParseExact(comment.AsSpan(cut + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(comment[Mark.Length..cut].Trim(), on)
            : null;
    }
}
