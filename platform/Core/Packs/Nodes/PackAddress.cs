namespace Platform.Core.Packs;

/// <summary>
/// Addresses that a pack may lead people to. Whatever else has a scheme (<c>javascript:</c>, <c>data:</c>, <c>file:</c>) is refused, as are characters
/// that browsers pass over when they look for one.
/// </summary>
internal static class PackAddress
{
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    /// <summary>An address with one of these schemes.</summary>
    public static bool IsWhole(string address) => SchemeOf(address) is { } scheme && IsClean(address) && Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same, or a path.</summary>
    public static bool IsUsable(string address) => SchemeOf(address) is null ? IsClean(address) : IsWhole(address);

    // RFC 3986, 4.2: in a path without a scheme no colon comes before the first slash.
    private static string? SchemeOf(string address) => address.IndexOfAny([':', '/', '?', '#']) is var end && end >= 0 && address[end] == ':' ? address[..end] : null;

    private static bool IsClean(string address) => !address.Any(c => char.IsControl(c) || c == '\\') && address.Trim() == address;
}
