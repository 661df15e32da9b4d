using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Routing;
using Platform.Testing;
using Office = Platform.Modules.Cases.Tests.Desk.Office;

namespace Platform.Modules.Cases.Tests.Workflow;

/// <summary>A corrected case goes where its answers lead now.</summary>
public sealed class RoutingAgainTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task To_the_office_of_the_right_village_where_nobody_has_it_yet(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, clerk) = ((await platform.CitizenAsync()).PersonId, (await platform.OfficialAsync("registrar", Office.Registry)).PersonId);
        var id = await Corrected.SentAsync(platform, owner);
        var before = await HeldAsync(platform, id, clerk);
        var right = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").Last();

        await Corrected.ResendAsync(platform, id, owner, "address", Residence.Answers(platform)["address"].With("village", right.Code));

        var now = await Office.FindAsync(platform, id);
        Assert.Equal((right.Code, RoutingSection.PathOf(right), null), (now.Area, now.AreaPath, now.AssigneeId));
        Assert.Null(await SeenFromAsync(platform, now, before.AreaPath));
        Assert.NotNull(await SeenFromAsync(platform, now, now.AreaPath));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Back_to_whoever_asked_where_the_office_stays_the_same(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, clerk) = ((await platform.CitizenAsync()).PersonId, (await platform.OfficialAsync("registrar", Office.Registry)).PersonId);
        var id = await Corrected.SentAsync(platform, owner);
        var before = await HeldAsync(platform, id, clerk);

        await Corrected.ResendAsync(platform, id, owner, "address", Residence.Answers(platform)["address"].With("house", "By the well"));

        var now = await Office.FindAsync(platform, id);
        Assert.Equal((before.Organization, before.AreaPath, clerk), (now.Organization, now.AreaPath, now.AssigneeId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Away_from_the_body_that_is_complained_of_now(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var about = Residence.Fields(("subject", "service"), ("about_organization", Office.Registry), ("kind", "delay"));
        var id = await Corrected.SentAsync(platform, owner, Complaint(about), "complaint");
        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "ask");

        await Corrected.ResendAsync(platform, id, owner, "about", about.With("about_organization", "inspection-office"));

        var now = await Office.FindAsync(platform, id);
        Assert.Equal("oversight-council", now.Organization);
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var everywhere = new CaseAccess.Official(new Scope([new ScopePart(Grant.AnyOrganization, null)]));
        Assert.Null(await cases.FindAsync(id, everywhere with { WorksFor = ["inspection-office"] }));
        Assert.NotNull(await cases.FindAsync(id, everywhere with { WorksFor = [Office.Registry] }));
    }

    // Taken, accepted and returned by one official, who still has it.
    private static async Task<CaseRow> HeldAsync(TestPlatform platform, Guid id, Guid official)
    {
        await Corrected.MoveAsync(platform, id, official, "accept");
        var person = new TestPerson(official, "", "", null);
        var accepted = await Office.FindAsync(platform, id);
        await Office.AsAsync(platform, person, "registrar", async services =>
        {
            await services.GetRequiredService<DeskWork>().TakeAsync(accepted, accepted.Version, Residence.By(official));
            return true;
        });
        await Corrected.MoveAsync(platform, id, official, "return");
        var held = await Office.FindAsync(platform, id);
        Assert.Equal(official, held.AssigneeId);
        return held;
    }

    private static Task<CaseRow?> SeenFromAsync(TestPlatform platform, CaseRow found, string areaPath) =>
        platform.Services.GetRequiredService<CaseStore>().FindAsync(found.CaseId, new CaseAccess.Official(new Scope([new ScopePart(Office.Registry, areaPath)])));

    private static Dictionary<string, Typed> Complaint(Typed about) => new()
    {
        ["about"] = about,
        ["service"] = Residence.Fields(("service_name", "Certificate of residence")),
        ["events"] = Residence.Fields(("happened.year", "2026"), ("happened.month", "1"), ("place", "XA01"), ("description", "It took three weeks")),
        ["evidence"] = Residence.Fields(("evidence", "")),
        ["contact"] = Residence.Fields(("full_name.given", "Noy"), ("truthful", "yes")),
    };
}
