using System.Net;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Modules.Cases.Tests.Drafts;

/// <summary>What a pack withdraws, or offers on other days than today, loses nobody anything and is said in words.</summary>
public sealed class WithdrawnServiceTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_of_a_withdrawn_service_stays_in_the_list_and_the_other_cases_with_it(DatabaseKind kind)
    {
        using var folder = Pack();
        await using var platform = await TestPlatform.StartAsync(kind, folder["starter"]);
        var person = await platform.CitizenAsync();
        var sent = await Residence.DraftAsync(platform, person.PersonId);
        Assert.NotNull((await Residence.SubmitAsync(platform, sent, person.PersonId))!.Reference);
        var draft = await Residence.DraftAsync(platform, person.PersonId);
        var withdrawn = await DraftOfAsync(platform, "vehicle-registration", person);
        await platform.RestartAsync(() =>
        {
            File.Delete(folder["starter/services/vehicle-registration.yaml"]);
            return Task.CompletedTask;
        });
        using var client = await platform.ClientAsync(person);

        var list = await client.GetStringAsync("/en/my/cases");

        Assert.Contains("No longer offered", list, StringComparison.Ordinal);
        Assert.Contains("vehicle-registration", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"/apply/{withdrawn}/check", list, StringComparison.Ordinal);
        Assert.Contains($"/apply/{withdrawn}/delete", list, StringComparison.Ordinal);
        Assert.Contains("vehicle-registration", await client.GetStringAsync($"/en/apply/{withdrawn}/delete"), StringComparison.Ordinal);
        Assert.Contains($"/apply/{draft}/check", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.GetAsync($"/en/apply/{withdrawn}/check")).StatusCode);
    }

    [Theory]
    [InlineData("valid-from: 2026-01-01", "valid-from: 2100-01-01", "This holds from January 1, 2100. Until then it cannot be applied for.", "This service cannot be applied for yet: it begins on January 1, 2100.")]
    [InlineData("valid-from: 2026-01-01", "valid-from: 2020-01-01\nvalid-to: 2020-12-31", "This ended on December 31, 2020. It can no longer be applied for.", "This service can no longer be applied for: it ended on December 31, 2020.")]
    public async Task Outside_of_its_days_a_service_is_told_and_not_taken(string days, string others, string told, string refused)
    {
        using var folder = Pack();
        await using var platform = await TestPlatform.StartAsync(pack: folder["starter"]);
        var person = await platform.CitizenAsync();
        var draft = await Residence.DraftAsync(platform, person.PersonId);
        await platform.RestartAsync(() =>
        {
            var file = folder[$"starter/services/{Residence.Service}.yaml"];
            File.WriteAllText(file, File.ReadAllText(file).Replace(days, others, StringComparison.Ordinal));
            return Task.CompletedTask;
        });
        using var client = await platform.ClientAsync(person);

        var service = await client.GetStringAsync($"/en/services/{Residence.Service}");
        var start = await client.GetStringAsync($"/en/apply/{Residence.Service}");

        Assert.Contains(told, service, StringComparison.Ordinal);
        Assert.DoesNotContain("Start now", service, StringComparison.Ordinal);
        Assert.Contains(refused, start, StringComparison.Ordinal);
        Assert.DoesNotContain("Start now", start, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => Residence.SubmitAsync(platform, draft, person.PersonId));
        await Assert.ThrowsAsync<RuleException>(() => DraftOfAsync(platform, Residence.Service, person));
    }

    private static TestFolder Pack()
    {
        var folder = new TestFolder();
        folder.TakePack("starter");
        return folder;
    }

    private static Task<Guid> DraftOfAsync(TestPlatform platform, string service, TestPerson person) =>
        platform.Services.GetRequiredService<DraftStore>().CreateAsync(
            platform.Services.GetRequiredService<ActivePack>().Current.Pack.Services.Find(service)!,
            new Actor(person.PersonId, null, Channels.Web),
            new CaseAccess.Owner(person.PersonId));
}
