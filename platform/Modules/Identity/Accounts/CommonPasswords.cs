namespace Platform.Modules.Identity.Accounts;

/// <summary>Words from which the passwords are made that are tried first. Digits and signs around them do not help.</summary>
internal static class CommonPasswords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "", "password", "passwort", "motdepasse", "letmein", "welcome", "qwerty", "qwertyuiop", "qwertz", "asdfghjkl", "zxcvbnm", "iloveyou", "admin",
        "administrator", "login", "monkey", "dragon", "football", "baseball", "basketball", "superman", "batman", "sunshine", "princess", "master", "shadow",
        "trustno", "abc", "abcd", "abcdef", "abcdefghij", "abcdefghijkl", "qazwsx", "qazwsxedc", "qwerasdf", "government", "ministry", "changeme", "secret", "test", "testtest",
        "passw0rd", "p@ssword", "p@ssw0rd", "pa55word", "passwordpassword", "hello", "whatever", "computer", "internet", "google", "facebook",
    };

    private static readonly string[] Runs = ["01234567890123456789", "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return Words.Contains(Trim(lower)) || Runs.Any(run => run.Contains(lower, StringComparison.Ordinal));
    }

    /// <summary>Letters and digits only, in lower case.</summary>
    public static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static string Trim(string lower) => lower.Trim([.. "0123456789!?.,-_#*+$%& "]);
}
