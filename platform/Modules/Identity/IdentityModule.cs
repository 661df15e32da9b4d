using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Demo;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;
using Platform.Web.People;

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
        module.Services.AddSingleton<GrantStore>().AddSingleton<GrantWords>();
        module.Services.AddSingleton<SessionStore>().AddSingleton<SessionCookie>().AddScoped<CurrentSession>();
        module.Services.AddSingleton<Throttle>().AddSingleton<NetworkLimit>().AddSingleton<KnownDevice>().AddSingleton<SignInGuard>();
        module.Services.AddSingleton<OfferedProviders>().AddSingleton<VisitCookies>().AddSingleton<VisitStore>().AddSingleton<ProviderPeople>().AddSingleton<ProviderSession>().AddSingleton<ProviderSignIn>();
        module.Services.AddSingleton<PasswordSignIn>().AddSingleton<CodeSignIn>().AddScoped<SignUp>().AddScoped<NewAccount>().AddSingleton<TwoFactor.Enrolment>();
        module.Services.TryAddScoped<PeopleSearch>();
        module.Services.AddSingleton(s => new DemoAccounts(
            s.GetRequiredService<PersonStore>(), s.GetRequiredService<AccountStore>(), s.GetRequiredService<Passwords>(), s.GetRequiredService<ActivePack>(), s.GetRequiredService<Acts>()));
        module.Services.AddSingleton(s => new OfficialAccounts(
            s.GetRequiredService<PersonStore>(), s.GetRequiredService<AccountStore>(), s.GetRequiredService<Passwords>(), s.GetRequiredService<ActivePack>(), s.GetRequiredService<Acts>(), s.GetRequiredService<IOptions<IdentityOptions>>()));
        module.Services.AddAuthentication(SessionHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);

        module.OpenPages("/Identity/SignIn");
        module.OwnPages("/Identity/Account");
        module.Pages("/Identity/Desk/People", IdentityPermissions.Confirm);
        module.Pages("/Identity/Desk/Reset", IdentityPermissions.Reset);
        module.Pages("/Identity/Desk/Grants", IdentityPermissions.Grant);
        // The same link for everybody: a public page does not know whether its reader is signed in.
        module.Menu(MenuPlaces.Public, "My affairs", "/account", order: 90);
        module.Menu(MenuPlaces.Account, "Account", "/account", order: 10);
        module.Menu(MenuPlaces.Desk, "People", "/desk/people", IdentityPermissions.Confirm, order: 50);
        module.Menu(MenuPlaces.Desk, "Roles", "/desk/grants", IdentityPermissions.Grant, order: 60);
        module.Api(IdentityApi.Map);
        module.Job<SweepSignIns>(every: TimeSpan.FromHours(1));
        IdentityExport.Declare(module);
    }
}
