using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Keys;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class KeyRotationTests
{
    private const string Number = "8420119955";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_rotation_everybody_is_found_and_what_was_unique_stays_so(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var people = platform.Services.GetRequiredService<PersonStore>();
        var clerk = await platform.OfficialAsync("clerk", "moha");
        var details = new PersonDetails { Name = new Dictionary<string, string> { ["given"] = "Khamla" }, ClaimedId = Number };
        var person = await platform.CitizenAsync(details, confirmedBy: clerk.PersonId, name: "khamla.v");
        var before = await TokensAsync(platform);

        await RotateAsync(platform);
        Assert.Equal(person.PersonId, await people.OwnerOfAsync(Number));
        await RenewAsync(platform);

        var after = await TokensAsync(platform);
        Assert.Equal(before.Count, after.Count);
        Assert.Empty(before.Intersect(after));
        Assert.Equal(person.PersonId, await people.OwnerOfAsync(Number));
        Assert.Equal([person.PersonId], (await people.SearchAsync(new PersonSearch(Name: "khamla", NationalId: Number))).Select(p => p.PersonId));
        Assert.NotNull((await platform.Client().SignInAsync("Khamla.V", person.Password)).Headers.Location);
        Assert.Contains("name is taken", await (await platform.Client().SendAsync("/en/sign-up", ("name", "khamla.v"), ("password", "four small red boats"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await TheDatabaseItselfRefusesASecondAsync(platform, clerk);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Renewing_is_done_once_for_each_key_and_leaves_the_erased_alone(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var erased = await platform.CitizenAsync(new PersonDetails { ClaimedId = Number });
        await platform.Services.GetRequiredService<Core.Keys.Subjects.KeyStore>().EraseAsync(erased.PersonId);
        await RenewAsync(platform);
        await RotateAsync(platform);

        await RenewAsync(platform);
        var once = await RenewalsAsync(platform);
        platform.Clock.Leap(TimeSpan.FromHours(1));
        await RenewAsync(platform);

        Assert.Equal(2, once.Count);
        Assert.Equal(once, await RenewalsAsync(platform));
    }

    // The check before the act asked too early: only the unique token stands between two clerks.
    private static async Task TheDatabaseItselfRefusesASecondAsync(TestPlatform platform, TestPerson clerk)
    {
        var people = platform.Services.GetRequiredService<PersonStore>();
        var (one, other) = (await platform.CitizenAsync(new PersonDetails()), platform.Services.GetRequiredService<Acts>().Begin(new Actor(clerk.PersonId, null, Channels.Counter)));
        Assert.False(await people.ConfirmAsync(other, (await people.FindAsync(one.PersonId))!, new PersonDetails { VerifiedId = Number }, Evidence.IdentityCard));
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var token = await connection.QuerySingleAsync<string>("select token from platform_person_verified_id");
        other.Do("insert into platform_person_verified_id (token, person_id, act) values (@token, @person, @act)", new { token, person = one.PersonId });
        await Assert.ThrowsAsync<DuplicateException>(() => other.CommitAsync());
    }

    private static async Task RotateAsync(TestPlatform platform)
    {
        platform.Services.GetRequiredService<KeyFolder>().Rotate();
        await platform.Services.GetRequiredService<KeyRotation>().RewrapAsync();
        // A running process looks at the key folder once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
    }

    private static async Task RenewAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<JobDefinition>().Single(j => j.Name == "platform.RenewTokens");
        await ((IJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(default);
    }

    private static async Task<IReadOnlyList<string>> TokensAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return (await connection.QueryAsync<string>(
            "select token from platform_person_token union all select token from platform_person_verified_id union all select token from identity_sign_in_name")).AsList();
    }

    private static async Task<IReadOnlyList<(string Holder, string Key, Instant At)>> RenewalsAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return (await connection.QueryAsync<(string, string, Instant)>("select holder, key_id, renewed_at from platform_token_renewal order by holder")).AsList();
    }
}
