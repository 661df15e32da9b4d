using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Platform.Core.Data;

namespace Platform.Modules.Identity.Accounts;

/// <summary>Hashing and checking passwords (ASP.NET Core Identity's hasher: PBKDF2 with SHA-512).</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher, TimeProvider clock)
{
    // No letters that look like digits, so that a slip is read out and typed without mistakes.
    private const string SlipLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int SlipLength = 12;

    private readonly Lazy<string> nobody = new(() => hasher.HashPassword(new Account(), RandomNumberGenerator.GetHexString(32)));

    public string Hash(string password) => hasher.HashPassword(new Account(), password);

    /// <summary>Takes the same time whether or not there is such an account.</summary>
    public bool IsRight(Account? account, string password)
    {
        var same = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? nobody.Value, password) != PasswordVerificationResult.Failed;
        return same && account is not null && (account.PasswordUntil is not { } until || clock.Now() < until);
    }

    /// <summary>The same password, whether or not it still holds.</summary>
    public bool IsSame(Account account, string password) => hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;

    /// <summary>A password for a slip of paper: 58 random bits in groups of four.</summary>
    public static string Print() => string.Join('-', RandomNumberGenerator.GetString(SlipLetters, SlipLength).Chunk(4).Select(group => new string(group)));
}
