using System.Text;
using Platform.Core.Packs;

namespace Platform.Modules.Identity.Accounts;

/// <summary>What one signs in with: a name of one's own, an e-mail address or a telephone number. Spellings of one name fold to one text.</summary>
internal static class SignInNames
{
    public const int Shortest = 3;
    public const int Longest = 100;
    private const int FewestDigits = 6;

    /// <param name="phone">The pack's rule, by which 0... and the international form are one number; null: none.</param>
    /// <returns>Null for what cannot be a name.</returns>
    public static string? Fold(string? typed, PhoneRule? phone)
    {
        var name = (typed ?? "").Trim().Normalize(NormalizationForm.FormKC);
        if (name.Length is < Shortest or > Longest || name.Any(char.IsControl))
        {
            return null;
        }

        return IsPhone(name) ? phone?.Normalize(name) ?? Digits(name) : name.ToUpperInvariant().ToLowerInvariant();
    }

    // A name of one's own may hold digits, but no name is only digits: it would take somebody's number.
    private static bool IsPhone(string name) =>
        name.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')') && name.Count(char.IsAsciiDigit) >= FewestDigits;

    private static string Digits(string name) => string.Concat(name.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
