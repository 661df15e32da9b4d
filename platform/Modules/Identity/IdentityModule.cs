using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity;

public sealed class IdentityModule : PlatformModule
{
    public override string Name => "identity";

    public override void Configure(ModuleBuilder module)
    {
        module.Options<IdentityOptions>();
        module.Permission(IdentityPermissions.Confirm);
        module.Permission(IdentityPermissions.Reset);
        module.Permission(IdentityPermissions.Grant);

        module.Services.AddAccounts();
        module.Services.AddSingleton<GrantStore>();
        module.Services.AddSingleton<SessionStore>().AddSingleton<SessionCookie>().AddScoped<CurrentSession>();
        module.Services.AddSingleton<Throttle>().AddSingleton<NetworkLimit>().AddSingleton<KnownDevice>().AddSingleton<SignInGuard>();
        module.Services.AddSingleton<PasswordSignIn>().AddSingleton<CodeSignIn>();
        module.Services.AddAuthentication(SessionHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);

        module.Api(IdentityApi.Map);
        module.Job<SweepSignIns>(every: TimeSpan.FromHours(1));
    }
}
