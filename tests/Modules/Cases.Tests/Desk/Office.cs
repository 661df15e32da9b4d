using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Routing;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

/// <summary>An office with cases in it, made through the stores.</summary>
internal static class Office
{
    public const string Registry = "registry-office";

    public static async Task<CaseRow> CaseAsync(TestPlatform platform, bool paid = true)
    {
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Residence.DraftAsync(platform, owner);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner))!.Reference);
        if (paid)
        {
            await PayAsync(platform, id);
        }

        return await FindAsync(platform, id);
    }

    /// <summary>A case that its applicant is to correct.</summary>
    /// <param name="before">What was answered at first; null: anything right.</param>
    public static async Task<(Guid CaseId, TestPerson Owner)> ReturnedAsync(TestPlatform platform, Dictionary<string, Typed>? before = null)
    {
        var (owner, registrar) = (await platform.CitizenAsync(), await platform.OfficialAsync("registrar", Registry));
        var id = await Residence.DraftAsync(platform, owner.PersonId, before);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner.PersonId))!.Reference);
        await PayAsync(platform, id);
        Assert.True(await DoAsync(platform, registrar, await FindAsync(platform, id), "accept"));
        Assert.True(await DoAsync(platform, registrar, await FindAsync(platform, id), "return"));
        return (id, owner);
    }

    public static async Task PayAsync(TestPlatform platform, Guid caseId)
    {
        var act = platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
        foreach (var fee in await platform.Services.GetRequiredService<CaseStore>().FeesAsync(caseId, new CaseAccess.AfterCommit()))
        {
            act.Settle(caseId, fee.N, FeeStates.Paid);
        }

        await act.Note(caseId, "payments.received").CommitAsync();
    }

    public static async Task<CaseRow> FindAsync(TestPlatform platform, Guid caseId) =>
        (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, new CaseAccess.AfterCommit()))!;

    /// <summary>The same case once more, so many times.</summary>
    public static async Task CopiesAsync(TestPlatform platform, CaseRow one, int count)
    {
        var db = platform.Services.GetRequiredService<Db>();
        await using var connection = await db.OpenAsync();
        await using var columns = await connection.ExecuteReaderAsync("select * from cases_case where 1 = 0");
        var others = string.Join(", ", Enumerable.Range(0, columns.FieldCount).Select(columns.GetName).Except(["case_id", "reference"]));
        await columns.CloseAsync();
        await db.WriteAsync(async (writing, transaction) => await writing.ExecuteAsync(
            $"insert into cases_case (case_id, reference, {others}) select @id, @reference, {others} from cases_case where case_id = @seed",
            Enumerable.Range(0, count).Select(_ => new { id = Guid.CreateVersion7(), reference = Platform.Modules.Cases.References.CaseReference.Create(), seed = one.CaseId }),
            transaction));
    }

    /// <summary>A registrar with a name.</summary>
    public static async Task<TestPerson> NamedAsync(TestPlatform platform, string name)
    {
        var person = await platform.CitizenAsync(new PersonDetails { Name = new Dictionary<string, string> { ["given"] = name } });
        await platform.GrantAsync(person, "registrar", Registry);
        return person;
    }

    /// <summary>Does something as an official, as one request would.</summary>
    public static async Task<T> AsAsync<T>(TestPlatform platform, TestPerson official, string role, Func<IServiceProvider, Task<T>> work, string? areaPath = null)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        scope.ServiceProvider.GetRequiredService<Viewer>().SignedIn(
            official.PersonId, Assurances.Low, [new Grant(role, Registry, areaPath)], p => pack.Roles.Where(r => r.Permissions.Contains(p)).Select(r => r.Id).ToHashSet());
        return await work(scope.ServiceProvider);
    }

    public static Task<bool> DoAsync(TestPlatform platform, TestPerson official, CaseRow seen, string action, long? version = null) =>
        AsAsync(platform, official, "registrar", async services =>
            await services.GetRequiredService<DeskWork>().DoAsync(seen, action, Residence.Fields(("reason", "A reason")), version ?? seen.Version, Residence.By(official.PersonId)) is { IsDone: true });

    /// <summary>Another province's path, as <c>/2/</c>.</summary>
    public static string ElsewherePath(TestPlatform platform)
    {
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        var here = pack.Areas.Find(Residence.Village(platform))!.Upwards().Last().Code;
        return RoutingSection.PathOf(pack.Areas.Roots.First(a => a.Code != here));
    }
}
