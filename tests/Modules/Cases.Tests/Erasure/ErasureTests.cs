using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

public sealed class ErasureTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erased_case_cannot_be_read_or_found_and_the_others_can(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var (erased, kept) = (await SentAsync(platform, owner), await SentAsync(platform, owner));

        await platform.Services.GetRequiredService<Erasures>().EraseAsync(erased, Actor.System);
        await DeliveredAsync(platform);

        var keys = platform.Services.GetRequiredService<KeyStore>();
        await Assert.ThrowsAsync<KeyErasedException>(() => keys.GetAsync(erased));
        // By identity number and by name.
        Assert.Equal((0, 2), (await TokensAsync(platform, erased), await TokensAsync(platform, kept)));
        var row = (await platform.Services.GetRequiredService<CaseStore>().ReadAsync(kept, new CaseAccess.Owner(owner)))!;
        Assert.Equal(Residence.Marked, (await platform.Services.GetRequiredService<DraftStore>().OpenAsync(row))["applicant"].Typed["full_name.given"]);
    }

    // The platform's own dispatcher runs beside the test and may hold the message.
    private static async Task DeliveredAsync(TestPlatform platform)
    {
        while (await platform.Services.GetRequiredService<OutboxStore>().CountWaitingAsync() > 0)
        {
            await platform.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync();
            await Task.Delay(20);
        }
    }

    private static async Task<Guid> SentAsync(TestPlatform platform, Guid owner)
    {
        var answers = Residence.Answers(platform);
        answers["applicant"] = answers["applicant"].With("national_id", "12345678");
        var id = await Residence.DraftAsync(platform, owner, answers);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner))!.Reference);
        return id;
    }

    private static async Task<long> TokensAsync(TestPlatform platform, Guid id)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from cases_token where case_id = @id", new { id });
    }
}
