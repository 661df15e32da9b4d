using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Submission;

public sealed class SubmissionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Twenty_threads_that_send_one_draft_make_one_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Residence.DraftAsync(platform, owner);

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Residence.SubmitAsync(platform, id, owner))));

        Assert.NotNull(Assert.Single(sent.Select(s => s!.Reference).Distinct()));
        Assert.Equal((1, 1, 1, 1), await CountsAsync(platform, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_windows_and_ten_programs_that_send_one_draft_make_one_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(person);
        await client.TokenAsync();
        var id = await Residence.DraftAsync(platform, person.PersonId);
        var tag = await client.TagAsync($"{id}");
        var windows = Enumerable.Range(0, 10).Select(_ => new FormClient(client)).ToList();
        foreach (var window in windows)
        {
            Assert.Equal(HttpStatusCode.OK, await window.GetAsync($"/en/apply/{id}/check"));
        }

        var sent = await Task.WhenAll(
            windows.Select(w => Task.Run(async () => await w.PostAsync()))
                .Concat(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => (await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, tag)).StatusCode))));

        Assert.All(sent, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(windows, w => Assert.EndsWith("/sent", w.At, StringComparison.Ordinal));
        Assert.Equal((1, 1, 1, 1), await CountsAsync(platform, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_forged_version_writes_nothing_at_all(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Residence.DraftAsync(platform, owner);
        var before = await EverythingAsync(platform);

        await Assert.ThrowsAsync<ActConflictException>(() => Residence.SubmitAsync(platform, id, owner, version: 7));

        Assert.Equal(before, await EverythingAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_that_changed_between_reading_and_writing_is_not_sent(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Residence.DraftAsync(platform, owner);
        var seen = await platform.Services.GetRequiredService<CaseStore>().FindAsync(id, new CaseAccess.Owner(owner));
        await platform.Services.GetRequiredService<Acts>().Begin(Residence.By(owner)).Note(id, "cases.test").CommitAsync();
        var before = await EverythingAsync(platform);

        await Assert.ThrowsAsync<ActConflictException>(() => Residence.SubmitAsync(platform, id, owner, seen!.Stamp));

        Assert.Equal(before, await EverythingAsync(platform));
    }

    // Officials see the answers as sent; certificates are made of the pages. They must never differ.
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_saved_at_the_moment_of_sending_is_sent_or_refused(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        foreach (var saveFirst in new[] { true, false })
        {
            var id = await Residence.DraftAsync(platform, owner);
            var (locked, open) = (new TaskCompletionSource(), new TaskCompletionSource());
            var holder = platform.Services.GetRequiredService<Db>().WriteAsync(async (connection, transaction) =>
            {
                await connection.ExecuteAsync("update cases_case set channel = channel where case_id = @id", new { id }, transaction);
                locked.SetResult();
                await open.Task;
                return 0;
            });
            await locked.Task;
            Task<bool> Save() => Task.Run(() => DoneAsync(Residence.SaveAsync(platform, id, owner, new DraftPage("purpose", 1, Residence.Fields(("purpose", "school"), ("urgent", "yes"), ("truthful", "yes"))))));
            Task<bool> Send() => Task.Run(() => DoneAsync(Residence.SubmitAsync(platform, id, owner)));

            var first = saveFirst ? Save() : Send();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var second = saveFirst ? Send() : Save();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            open.SetResult();
            await holder;

            var (saved, sent) = saveFirst ? (await first, await second) : (await second, await first);
            Assert.NotEqual(saved, sent);
        }
    }

    private static async Task<bool> DoneAsync(Task work)
    {
        try
        {
            await work;
            return true;
        }
        catch (Exception error) when (error is ActConflictException or PageConflictException)
        {
            return false;
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_person_wrote_stands_nowhere_in_the_raw_database(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var id = await Residence.DraftAsync(platform, owner);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner))!.Reference);

        Assert.Equal(0, await RowsWithAsync(platform, Residence.Marked));
        var raw = Directory.EnumerateFiles(platform.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).Select(ReadShared);
        Assert.All(raw, bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Residence.Marked))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Answers_of_a_page_that_is_no_longer_reached_are_dropped_and_the_person_is_told(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var answers = Residence.Answers(platform);
        answers["address"] = answers["address"].With("tenure", "rented");
        answers["landlord"] = Residence.Fields(("landlord_name.given", "Somebody"));
        var id = await Residence.DraftAsync(platform, owner, answers);
        Assert.Contains("landlord_name", (await Residence.OpenAsync(platform, id, owner))!.Filled.Answers.Select(a => a.Key));

        await Residence.SaveAsync(platform, id, owner, new DraftPage("address", 1, answers["address"].With("tenure", "owned")));

        var open = (await Residence.OpenAsync(platform, id, owner))!;
        Assert.DoesNotContain("landlord_name", open.Filled.Answers.Select(a => a.Key));
        Assert.Equal("landlord", Assert.Single(open.Dropped).Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_windows_collide_only_on_the_same_page(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var answers = Residence.Answers(platform);
        var id = await Residence.DraftAsync(platform, owner, answers);

        await Residence.SaveAsync(platform, id, owner, new DraftPage("applicant", 1, answers["applicant"].With("full_name.given", "First window")));
        await Residence.SaveAsync(platform, id, owner, new DraftPage("purpose", 1, answers["purpose"]));
        await Assert.ThrowsAsync<PageConflictException>(() =>
            Residence.SaveAsync(platform, id, owner, new DraftPage("applicant", 1, answers["applicant"].With("full_name.given", "Second window"))));

        Assert.Equal("First window", (await Residence.OpenAsync(platform, id, owner))!.Page("applicant").Typed["full_name.given"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fees_organization_area_and_deadline_are_fixed_when_it_is_sent(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var answers = Residence.Answers(platform);
        answers["purpose"] = answers["purpose"].With("urgent", "yes");
        var id = await Residence.DraftAsync(platform, owner, answers);
        var reference = (await Residence.SubmitAsync(platform, id, owner))!.Reference!;

        var access = new CaseAccess.Owner(owner);
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var sent = (await cases.FindAsync(reference, access))!;
        Assert.Equal(reference, CaseReference.Parse(CaseReference.Show(reference)));
        Assert.Equal(("submitted", "new", "registry-office", Residence.Village(platform)), (sent.State, sent.Queue, sent.Organization, sent.Area));
        Assert.Equal(new DateOnly(2026, 3, 5), sent.DueOn);
        Assert.Equal([500L, 1000], (await cases.FeesAsync(id, access)).Select(f => f.Amount));
        Assert.Null(await cases.FindAsync(reference, new CaseAccess.Owner(Guid.CreateVersion7())));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    // Every column of every table that holds text, as the database itself lists them.
    private static async Task<long> RowsWithAsync(TestPlatform platform, string text)
    {
        var db = platform.Services.GetRequiredService<Db>();
        await using var connection = await db.OpenAsync();
        var columns = db.IsPostgres
            ? await connection.QueryAsync<(string, string)>("select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'text'")
            : await connection.QueryAsync<(string, string)>("select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT' collate nocase");
        var found = 0L;
        foreach (var (table, column) in columns)
        {
            var texts = await connection.QueryAsync<string>($"select {column} from {table} where {column} is not null");
            found += texts.Count(t => t.Contains(text, StringComparison.OrdinalIgnoreCase));
        }

        return found;
    }

    private static async Task<(long Events, long Answers, long References, long Audit)> CountsAsync(TestPlatform platform, Guid id)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(long, long, long, long)>(
            """
            select (select count(*) from cases_event where case_id = @id and kind = 'submitted'), (select count(*) from cases_answers where case_id = @id),
                (select count(*) from cases_reference where case_id = @id), (select count(*) from platform_audit where subject_id = @id and action = 'cases.submit')
            """,
            new { id });
    }

    private static async Task<(long Events, long Audit, long Outbox, long Answers, long Fees, long Versions)> EverythingAsync(TestPlatform platform)
    {
        await platform.SettleAsync();
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(long, long, long, long, long, long)>(
            """
            select (select count(*) from cases_event), (select count(*) from platform_audit), (select count(*) from platform_outbox), (select count(*) from cases_answers),
                (select count(*) from cases_fee), (select cast(sum(version) as bigint) from cases_case)
            """);
    }
}
