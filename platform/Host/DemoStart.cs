using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Demo;
using Platform.Modules.Identity.Demo;
using Platform.Modules.Payments.Receipts;
using Platform.Modules.Payments.Waivers;
using Platform.Modules.Statistics.Demo;

namespace Platform.Host;

/// <summary>Makes the demonstration's people, their cases and the figures before them, and says how to sign in as them.</summary>
internal static class DemoStart
{
    public static async Task RunAsync(IServiceProvider services, HostSettings settings)
    {
        if (!settings.Demo)
        {
            return;
        }

        var made = await services.GetRequiredService<DemoAccounts>().MakeAsync(settings.DataFolder);
        await services.GetRequiredService<DemoCases>().MakeAsync(made.ToDictionary(a => a.Id, a => a.PersonId), (step, found, by, acts) => PayAsync(services, step, found, by, acts));
        await services.GetRequiredService<DemoFigures>().MakeAsync();
        Console.WriteLine($"Sample accounts, also in {Path.Combine(settings.DataFolder, DemoAccounts.FileName)} and, with the codes of officials, at /en/dev/demo:");
        var longest = made.Select(a => a.Account?.Length ?? 0).Append("account".Length).Max();
        Console.WriteLine($"  {"account".PadRight(longest)} {"password",-15} {"authenticator secret",-33} roles");
        foreach (var account in made.Where(a => a.Account is not null))
        {
            Console.WriteLine($"  {account.Account!.PadRight(longest)} {account.Password,-15} {account.Totp,-33} {(account.Roles.Count == 0 ? "citizen" : string.Join(", ", account.Roles))}");
        }
    }

    // Money is another module's than cases, so the host puts the two together.
    private static async Task PayAsync(IServiceProvider services, DemoStep step, CaseRow found, Actor by, Acts acts)
    {
        var access = new CaseAccess.AfterCommit();
        var due = (await services.GetRequiredService<CaseStore>().FeesAsync(found.CaseId, access)).Where(f => f.State == FeeStates.Due).Sum(f => f.Amount);
        switch (step.Verb)
        {
            case "pay":
                await ActivatorUtilities.CreateInstance<Cashier>(services, acts).ReceiveAsync(found, access, due, by with { ForPersonId = found.ApplicantId, Channel = Channels.Counter });
                break;
            case "waive":
                await ActivatorUtilities.CreateInstance<FeeWaivers>(services, acts).WaiveAsync(found, access, step.Value, by);
                break;
            default:
                throw new InvalidOperationException($"demo.yaml: nobody knows how to {step.Verb}: write action, pay or waive.");
        }
    }
}
