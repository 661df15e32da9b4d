using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Core.Packs;

namespace Platform.Modules.Identity.Accounts;

/// <summary>
/// NIST SP 800-63B, 5.1.1.2: length, nothing about kinds of letters, and not one of those that everybody tries first,
/// nor the name one signs in with, nor the portal's name.
/// </summary>
internal sealed class PasswordRules(IOptions<IdentityOptions> options, IStringLocalizer texts, ActivePack pack) : IPasswordValidator<Account>
{
    // A limit only so that nobody makes the server hash a book.
    private const int Longest = 256;

    public string SameAsBefore => texts["Choose a password that is not the one you have"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Mistake(user.SignInName, password ?? "") is { } mistake ? IdentityResult.Failed(new IdentityError { Code = "password", Description = mistake }) : IdentityResult.Success);

    /// <returns>What is wrong in the person's words, or null.</returns>
    public string? Mistake(string signInName, string password)
    {
        var shortest = options.Value.PasswordLength;
        return password.EnumerateRunes().Count() < shortest ? texts["Password must be {0} characters or more", shortest].Value
            : password.Length > Longest ? texts["Password must be {0} characters or fewer", Longest].Value
            : IsGuessable(password, signInName) ? texts["Choose a password that is harder to guess"].Value
            : null;
    }

    private bool IsGuessable(string password, string signInName)
    {
        var bare = CommonPasswords.Bare(password);
        return bare.Distinct().Count() < 4 || CommonPasswords.Contains(password)
            || bare == CommonPasswords.Bare(signInName) || bare == CommonPasswords.Bare(pack.Current.Pack.Brand.Name.Source);
    }
}
