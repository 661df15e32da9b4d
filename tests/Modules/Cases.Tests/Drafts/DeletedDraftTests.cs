using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

public sealed class DeletedDraftTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_deletes_what_was_not_sent_and_its_key_is_destroyed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        var id = await Residence.DraftAsync(platform, person.PersonId);
        using var client = await platform.ClientAsync(person);
        var form = new FormClient(client);
        await form.GetAsync("/en/my/cases");
        Assert.Contains($"/en/apply/{id}/delete", form.Html, StringComparison.Ordinal);
        await form.GetAsync($"/en/apply/{id}/delete");
        Assert.Contains("Certificate of residence", form.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());

        Assert.Equal("/en/my/cases", form.At);
        Assert.DoesNotContain($"{id}", form.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await form.GetAsync($"/en/apply/{id}/delete"));
        await platform.SettleAsync();
        await Assert.ThrowsAsync<KeyErasedException>(() => platform.Services.GetRequiredService<KeyStore>().GetAsync(id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_sent_stays_and_so_does_what_is_somebody_elses(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (me, other) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        var (sent, theirs) = (await Residence.DraftAsync(platform, me.PersonId), await Residence.DraftAsync(platform, other.PersonId));
        using var client = await platform.ClientAsync(me);
        await client.TokenAsync();
        var window = new FormClient(client);
        await window.GetAsync($"/en/apply/{sent}/delete");
        await Residence.SubmitAsync(platform, sent, me.PersonId);

        await window.PostAsync();

        using var refused = await client.ChangeAsync(HttpMethod.Delete, $"/api/v1/cases/{sent}");
        using var hidden = await client.ChangeAsync(HttpMethod.Delete, $"/api/v1/cases/{theirs}");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refused.StatusCode, hidden.StatusCode));
        Assert.NotNull((await platform.Services.GetRequiredService<CaseStore>().FindAsync(sent, new CaseAccess.Owner(me.PersonId)))?.Reference);
        Assert.Null((await platform.Services.GetRequiredService<CaseStore>().FindAsync(theirs, new CaseAccess.Owner(other.PersonId)))!.ErasedAt);
    }
}
