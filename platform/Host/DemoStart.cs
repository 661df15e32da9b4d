using Platform.Modules.Identity.Demo;

namespace Platform.Host;

/// <summary>Makes the demonstration's people and says how to sign in as them.</summary>
internal static class DemoStart
{
    public static async Task RunAsync(IServiceProvider services, HostSettings settings)
    {
        if (!settings.Demo)
        {
            return;
        }

        var all = await services.GetRequiredService<DemoAccounts>().MakeAsync(settings.DataFolder);
        foreach (var account in all.Where(a => a.Account is not null))
        {
            Console.WriteLine($"demo  {account.Account,-14} {account.Password}  {account.Totp,-32}  {string.Join(", ", account.Roles)}");
        }
    }
}
