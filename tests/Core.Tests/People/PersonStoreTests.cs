using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.People;

public sealed class PersonStoreTests
{
    private const string Number = "8420119955";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_may_claim_one_number_and_neither_learns_of_the_other(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var (first, second) = (await AddAsync(platform, Claiming("Ana")), await AddAsync(platform, Claiming("Bo")));

        Assert.Equal(Number, first.Details!.ClaimedId);
        Assert.Equal(Number, second.Details!.ClaimedId);
        Assert.Equal(Assurances.Low, second.Assurance);
        Assert.Null(await People(platform).OwnerOfAsync(Number));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_confirmed_number_belongs_to_one_person_also_when_two_are_confirmed_at_once(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var (first, second, third) = (await AddAsync(platform, Claiming("Ana")), await AddAsync(platform, Claiming("Bo")), await AddAsync(platform, Claiming("Cy")));
        var (one, other) = (Begin(platform), Begin(platform));
        Assert.True(await ConfirmAsync(platform, one, first));
        Assert.True(await ConfirmAsync(platform, other, second));

        await one.CommitAsync();
        var taken = await Assert.ThrowsAsync<DuplicateException>(() => other.CommitAsync());

        Assert.Equal("platform_person_verified_id", taken.Table);
        Assert.False(await ConfirmAsync(platform, Begin(platform), third));
        Assert.Equal(first.PersonId, await People(platform).OwnerOfAsync($" {Number} "));
        Assert.Equal(Assurances.Substantial, (await People(platform).FindAsync(first.PersonId))!.Assurance);
        Assert.Equal(Assurances.Low, (await People(platform).FindAsync(second.PersonId))!.Assurance);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Staff_find_people_by_all_that_is_asked(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var ana = await AddAsync(platform, Claiming("Ana Maria"));
        await AddAsync(platform, Claiming("Bo Maria"));

        Assert.Equal([ana.PersonId], (await People(platform).SearchAsync(new("maria ANA"))).Select(p => p.PersonId));
        Assert.Equal(2, (await People(platform).SearchAsync(new("Maria", Number))).Count);
        Assert.Empty(await People(platform).SearchAsync(new("Ana", "999")));
        Assert.Empty(await People(platform).SearchAsync(new()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_changes_at_one_time_one_is_refused(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var person = await AddAsync(platform, Claiming("Ana"));
        var (one, other) = (Begin(platform), Begin(platform));
        await People(platform).ChangeAsync(one, person, new PersonDetails { Phone = "1" });
        await People(platform).ChangeAsync(other, person, new PersonDetails { Phone = "2" });

        await one.CommitAsync();
        await Assert.ThrowsAsync<ActConflictException>(() => other.CommitAsync());

        Assert.Equal("1", (await People(platform).FindAsync(person.PersonId))!.Details!.Phone);
        Assert.Empty(await People(platform).SearchAsync(new("Ana")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_of_a_person_stands_in_clear(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        await AddAsync(platform, Claiming("Marked Value") with { BirthDate = PartialDate.Parse("1951") });

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var details = await connection.QuerySingleAsync<byte[]>("select details from platform_person");
        var tokens = await connection.QueryAsync<string>("select token from platform_person_token");

        Assert.DoesNotContain("Marked", Encoding.UTF8.GetString(details), StringComparison.Ordinal);
        Assert.All(tokens, token => Assert.Equal(22, token.Length));
    }

    [Theory]
    [InlineData("1951", "1951-01-01", "1951-12-31")]
    [InlineData("1952-02", "1952-02-01", "1952-02-29")]
    [InlineData("1952-02-03", "1952-02-03", "1952-02-03")]
    public void A_date_known_in_part_spans_what_it_can_mean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((text, earliest, latest), (date.ToString(), date.Earliest.ToString("yyyy-MM-dd", null), date.Latest.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1951-13")]
    [InlineData("1951-02-29")]
    [InlineData("1951-01-01-01")]
    [InlineData("-5")]
    public void A_day_that_no_calendar_has_is_no_date(string text) => Assert.Throws<FormatException>(() => PartialDate.Parse(text));

    private static PersonDetails Claiming(string name) => new() { Name = new Dictionary<string, string> { ["given"] = name }, ClaimedId = Number };

    private static PersonStore People(TestPlatform platform) => platform.Services.GetRequiredService<PersonStore>();

    private static Act Begin(TestPlatform platform) => platform.Services.GetRequiredService<Acts>().Begin(new Actor(Guid.CreateVersion7(), null, Channels.Counter));

    private static Task<bool> ConfirmAsync(TestPlatform platform, Act act, Person person) =>
        People(platform).ConfirmAsync(act, person, person.Details! with { VerifiedId = Number }, Evidence.IdentityCard);

    private static async Task<Person> AddAsync(TestPlatform platform, PersonDetails details)
    {
        var act = Begin(platform);
        var id = await People(platform).AddAsync(act, details);
        await act.CommitAsync();
        return (await People(platform).FindAsync(id))!;
    }
}
