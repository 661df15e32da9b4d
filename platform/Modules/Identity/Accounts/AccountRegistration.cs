using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Core.Keys.Search;

namespace Platform.Modules.Identity.Accounts;

internal static class AccountRegistration
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>().AddSingleton<ITokenHolder, SignInNameTokens>().AddSingleton<Passwords>();
        // One for the whole process: Passwords keeps it.
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<IdentityOptions>>((hasher, options) => hasher.IterationCount = options.Value.PasswordIterations);
        services.AddScoped<ILookupNormalizer, NameNormalizer>();
        // Names are in any script; ours are checked when they are chosen.
        services.AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "").AddUserStore<IdentityUserStore>();
        services.AddScoped<PasswordChange>();
        services.RemoveAll<IPasswordValidator<Account>>().AddScoped<PasswordRules>().AddScoped<IPasswordValidator<Account>>(s => s.GetRequiredService<PasswordRules>());
    }
}
