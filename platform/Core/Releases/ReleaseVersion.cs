using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Platform.Core.Releases;

/// <summary>A version as Semantic Versioning 2.0.0 writes and orders it; what follows a <c>+</c> does not take part in the order.</summary>
public sealed partial record ReleaseVersion : IComparable<ReleaseVersion>
{
    private readonly string text;
    private readonly string[] numbers;
    private readonly string[] early;

    private ReleaseVersion(string text)
    {
        this.text = text;
        var parts = text.Split('+')[0].Split('-', 2);
        numbers = parts[0].Split('.');
        early = parts.Length > 1 ? parts[1].Split('.') : [];
    }

    /// <exception cref="FormatException">This is no version.</exception>
    public static ReleaseVersion Parse(string text) =>
        Form().IsMatch(text) ? new(text) : throw new FormatException($"'{text}' is no version: write it as 1.2.0 or 1.2.0-rc.1.");

    /// <summary>Section 11: the three numbers, then a version with a label before the one without, labels part by part.</summary>
    public int CompareTo(ReleaseVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byNumber = Compare(numbers, other.numbers);
        return byNumber != 0 || early.Length * other.early.Length > 0 ? byNumber != 0 ? byNumber : Compare(early, other.early) : other.early.Length - early.Length;
    }

    public bool Equals(ReleaseVersion? other) => text == other?.text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => text;

    public static bool operator <(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) >= 0;

    private static int Compare(string[] left, string[] right) =>
        left.Zip(right, ComparePart).FirstOrDefault(order => order != 0) is var first and not 0 ? first : left.Length - right.Length;

    private static int ComparePart(string left, string right) => (Number(left), Number(right)) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static BigInteger? Number(string part) =>
        BigInteger.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}(-(0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z")]
    private static partial Regex Form();
}
