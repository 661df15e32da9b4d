namespace Platform.Core.Feel;

/// <summary>Logic of true, false and not known.</summary>
internal static class Three
{
    public static bool? And(bool? left, bool? right) => left & right;

    public static bool? Or(bool? left, bool? right) => left | right;
}
