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

        var made = await services.GetRequiredService<DemoAccounts>().MakeAsync(settings.DataFolder);
        Console.WriteLine($"Sample accounts, also in {Path.Combine(settings.DataFolder, DemoAccounts.FileName)} and, with the codes of officials, at /en/dev/demo:");
        Console.WriteLine($"  {"account",-16} {"password",-15} {"authenticator secret",-33} roles");
        foreach (var account in made.Where(a => a.Account is not null))
        {
            Console.WriteLine($"  {account.Account,-16} {account.Password,-15} {account.Totp,-33} {(account.Roles.Count == 0 ? "citizen" : string.Join(", ", account.Roles))}");
        }
    }
}
