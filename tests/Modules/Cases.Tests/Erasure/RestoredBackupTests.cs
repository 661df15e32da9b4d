using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Jobs;
using Platform.Core.People;
using Platform.Modules.Cases.Erasure;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

/// <summary>A case is erased; then last month's backup of the data (database and files, never the keys) is put back beside today's keys.</summary>
public sealed class RestoredBackupTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erased_case_stays_unreadable_and_every_other_one_is_readable(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (gone, kept) = (new MarkedStory(platform, "zqxwolverine", "28640975"), new MarkedStory(platform, "zqxbadger", "19753086"));
        await gone.RunAsync();
        await kept.RunAsync();
        using var backup = new TestFolder();
        await platform.RestartAsync(() => CopyAsync(platform, kind, platform.Folder, backup.Path));

        platform.Clock.Leap(TimeSpan.FromDays(30));
        var caseId = (await FindAsync(platform, gone)).CaseId;
        await platform.Services.GetRequiredService<Erasures>().EraseAsync(caseId, Actor.System);
        await platform.SettleAsync();
        await platform.RestartAsync(() => CopyAsync(platform, kind, backup.Path, platform.Folder));

        Assert.Null((await FindAsync(platform, gone)).ErasedAt);
        await UnreadableAsync(platform, gone, HttpStatusCode.Gone);
        await ReadableAsync(platform, kept);

        await EraseAgainAsync(platform);
        Assert.NotNull((await FindAsync(platform, gone)).ErasedAt);
        await UnreadableAsync(platform, gone, HttpStatusCode.OK);
        await ReadableAsync(platform, kept);
    }

    /// <param name="status">Of the page of the case itself: gone, or once its erasure is known again, what is left of it.</param>
    private static async Task UnreadableAsync(TestPlatform platform, MarkedStory story, HttpStatusCode status)
    {
        var (mine, desk) = await BothAsync(platform, story);
        foreach (var (form, path) in new[] { (mine, $"/en/my/cases/{story.Reference}"), (desk, $"/en/desk/cases/{story.Reference}") })
        {
            Assert.Equal((path, status), (path, await form.GetAsync(path)));
            Assert.Contains("erased", form.Html, StringComparison.Ordinal);
        }

        foreach (var (form, path) in (await AllPagesAsync(platform, story, mine, desk)).Concat([(mine, $"/en/my/cases/{story.Reference}"), (desk, $"/en/desk/cases/{story.Reference}")]))
        {
            var answer = await form.GetAsync(path);
            Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Gone, $"{path}: {answer} {form.Html}");
            // Her name is hers, under a key of her own; what she answered in the case is gone.
            Assert.DoesNotContain($"{story.Marks[0]}-1", form.Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"{story.Marks[0]} river", form.Html, StringComparison.Ordinal);
        }
    }

    private static async Task ReadableAsync(TestPlatform platform, MarkedStory story)
    {
        var (mine, desk) = await BothAsync(platform, story);
        foreach (var (form, path) in new[] { (mine, $"/en/my/cases/{story.Reference}"), (desk, $"/en/desk/cases/{story.Reference}") })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, await form.GetAsync(path)));
            Assert.Contains($"{story.Marks[0]} river", form.Html, StringComparison.Ordinal);
        }

        foreach (var (form, path) in await AllPagesAsync(platform, story, mine, desk))
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, await form.GetAsync(path)));
        }
    }

    private static async Task<IReadOnlyList<(FormClient, string)>> AllPagesAsync(TestPlatform platform, MarkedStory story, FormClient mine, FormClient desk)
    {
        var found = await FindAsync(platform, story);
        var files = await platform.Services.GetRequiredService<CaseStore>().FilesAsync(found.CaseId, new CaseAccess.AfterCommit());
        return
        [
            (mine, "/en/my/cases"), (mine, "/en/my/messages"), (mine, "/en/my/documents"), (mine, $"/api/v1/cases/{found.CaseId}"),
            (desk, "/en/desk"), (desk, "/en/desk/queues/all"), (desk, "/en/desk/register"), (desk, $"/api/v1/cases/desk/{story.Reference}"),
            .. files.Select(f => (desk, $"/en/desk/cases/{story.Reference}/files/{f.FileId:D}")),
        ];
    }

    private static async Task<(FormClient Mine, FormClient Desk)> BothAsync(TestPlatform platform, MarkedStory story)
    {
        var person = new TestPerson((await FindAsync(platform, story)).ApplicantId!.Value, "", "", null);
        return (new(await platform.ClientAsync(person)), new(await platform.ClientAsync(await platform.OfficialAsync("registrar", "transport-office"))));
    }

    private static async Task<CaseRow> FindAsync(TestPlatform platform, MarkedStory story) =>
        (await platform.Services.GetRequiredService<CaseStore>().FindAsync(story.Reference, new CaseAccess.AfterCommit()))!;

    private static async Task EraseAgainAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EraseAgain>().RunAsync(TestContext.Current.CancellationToken);
        await platform.SettleAsync();
    }

    // Nobody uses the data meanwhile, so that a copy of the files is a backup.
    private static async Task CopyAsync(TestPlatform platform, DatabaseKind kind, string from, string to)
    {
        foreach (var old in Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories).Where(f => !IsKey(to, f)).ToList())
        {
            File.Delete(old);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !IsKey(from, f)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (kind == DatabaseKind.Postgres)
        {
            await CopyDatabaseAsync(platform.ConnectionString, restoring: to == platform.Folder);
        }
    }

    private static bool IsKey(string folder, string file) => Path.GetRelativePath(folder, file).StartsWith("keys", StringComparison.Ordinal);

    private static async Task CopyDatabaseAsync(string connectionString, bool restoring)
    {
        NpgsqlConnection.ClearAllPools();
        var live = new NpgsqlConnectionStringBuilder(connectionString);
        var (name, backup) = (live.Database, $"{live.Database}_backup");
        live.Database = "postgres";
        await using var connection = new NpgsqlConnection(live.ConnectionString);
        if (restoring)
        {
            await connection.ExecuteAsync($"drop database {name} with (force)");
            await connection.ExecuteAsync($"alter database {backup} rename to {name}");
        }
        else
        {
            await connection.ExecuteAsync($"create database {backup} template {name}");
        }
    }
}
