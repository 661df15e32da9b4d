using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

public sealed class RepeatedRequestTests
{
    private const string Key = "7d0c2a54-5f0c-7d51-9a3e-1f2d3c4b5a69";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Twenty_threads_with_one_key_make_one_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.CitizenAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CreateAsync(client))));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a.Status}"));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client)).Status);
        Assert.Equal((1, 1, 1, 1), await CountsAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_question_gets_the_same_answer_and_another_one_none(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var (one, other) = (await Office.CaseAsync(platform), await Office.CaseAsync(platform));
        await AcceptAsync(client, one);
        var returned = await ReturnAsync(client, one, "Because of the fence");
        var before = await RowCounts.OfAllAsync(platform);

        Assert.Equal(returned, await ReturnAsync(client, one, "Because of the fence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReturnAsync(client, one, "Because of the gate")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReturnAsync(client, other, "Because of the fence")).Status);

        Assert.Equal(HttpStatusCode.OK, returned.Status);
        Assert.Equal(before, await RowCounts.OfAllAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_belongs_to_one_person(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var first = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        using var second = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var (one, other) = (await Office.CaseAsync(platform), await Office.CaseAsync(platform));

        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(first, one)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(second, other)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await AcceptAsync(second, one, "another key")).Status);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_that_is_a_persons_id_makes_no_case_that_shares_the_persons_secret_key(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.CitizenAsync());
        var other = await platform.CitizenAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await CreateAsync(client, $"{other.PersonId:D}")).Status);

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from cases_case"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_the_first_is_worked_on_the_second_is_told_to_wait(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var one = await Office.CaseAsync(platform);
        var (locked, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holder = platform.Services.GetRequiredService<Db>().WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("update cases_case set channel = channel", transaction: transaction);
            locked.SetResult();
            await open.Task;
            return 0;
        });
        await locked.Task;

        Task<(HttpStatusCode Status, string Body)>[] both = [Task.Run(() => AcceptAsync(client, one)), Task.Run(() => AcceptAsync(client, one))];
        var refused = await FirstAsync(both);
        open.SetResult();
        await holder;

        Assert.Equal(HttpStatusCode.Conflict, (await refused).Status);
        Assert.Contains("still being worked on", (await refused).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await both.Single(b => b != refused)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(client, one)).Status);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_failed_is_not_kept_and_may_be_tried_again(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var one = await Office.CaseAsync(platform);

        using var forged = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{one.Reference}/actions/accept", null, "\"99\"", Key);

        Assert.Equal(HttpStatusCode.PreconditionFailed, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(client, one)).Status);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Keys_are_forgotten_when_their_case_is_long_closed_and_not_before(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var (open, closed) = (await Office.CaseAsync(platform), await Office.CaseAsync(platform));
        await AcceptAsync(client, open, "open");
        await AcceptAsync(client, closed, "closed");
        await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{closed.Reference}/actions/reject", new() { ["reason"] = "x" }, $"\"{closed.Version + 1}\"", "rejected");
        Assert.Equal(3, (await CountsAsync(platform)).Keys);

        // Days pass, and the session with them: nobody asks any more.
        platform.Clock.Leap(TimeSpan.FromDays(31));
        await ForgetAsync(platform);

        Assert.Equal(1, (await CountsAsync(platform)).Keys);
    }

    // Where nobody is told to wait, both do; then the first one says what is wrong.
    private static async Task<Task<T>> FirstAsync<T>(Task<T>[] both)
    {
        var first = Task.WhenAny(both);
        return await Task.WhenAny(first, Task.Delay(TimeSpan.FromSeconds(10))) == first ? await first : both[0];
    }

    private static async Task ForgetAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var job = platform.Services.GetServices<JobDefinition>().Single(j => j.Name == "cases.ForgetRequests");
        await ((IJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<TestClient> ClientAsync(TestPlatform platform, TestPerson person)
    {
        var client = await platform.ClientAsync(person);
        await client.TokenAsync();
        return client;
    }

    private static Task<(HttpStatusCode Status, string Body)> CreateAsync(TestClient client, string key = Key) =>
        AnswerAsync(client.ChangeAsync(HttpMethod.Post, "/api/v1/cases/", new() { ["service"] = Residence.Service }, key: key));

    private static Task<(HttpStatusCode Status, string Body)> AcceptAsync(TestClient client, CaseRow one, string key = Key) =>
        AnswerAsync(client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{one.Reference}/actions/accept", null, $"\"{one.Version}\"", key));

    private static Task<(HttpStatusCode Status, string Body)> ReturnAsync(TestClient client, CaseRow one, string reason) => AnswerAsync(
        client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{one.Reference}/actions/return", new() { ["reason"] = reason }, $"\"{one.Version + 1}\"", "returned"));

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(long Cases, long Events, long Audit, long Keys)> CountsAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(long, long, long, long)>(
            """
            select (select count(*) from cases_case), (select count(*) from cases_event), (select count(*) from platform_audit where action = 'cases.create'),
                (select count(*) from platform_idempotency)
            """);
    }
}
