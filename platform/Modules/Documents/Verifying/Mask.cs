using Platform.Core.Texts;

namespace Platform.Modules.Documents.Verifying;

/// <summary>A name of which only enough is shown to compare it with a paper: the first letter of each word, and always three dots.</summary>
internal static class Mask
{
    private const string Dots = "•••";

    public static string Of(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Letters.First(word) + Dots));
}
