using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Jobs;
using Platform.Core.Keys.Subjects;
using Platform.Modules.Cases.Tests.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Access;

public sealed class FilesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_applicant_downloads_what_she_sent_and_nobody_else_does(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        var me = await story.BeginAsync();
        await me.GetAsync($"/en/my/cases/{story.Reference}");
        Assert.Contains("zqxwolverine.jpg", me.Html, StringComparison.Ordinal);
        var path = await PathAsync(platform, story);
        Assert.Contains(path, me.Html, StringComparison.Ordinal);

        using var mine = await story.Client.GetAsync(path);
        using var other = await (await platform.ClientAsync(await platform.CitizenAsync())).GetAsync(path);

        Assert.Equal("image/jpeg", mine.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", mine.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", string.Join(' ', mine.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("zqxwolverine 28640975", Encoding.Latin1.GetString(await mine.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Files_that_no_row_of_any_module_names_are_swept_after_a_day_and_no_others(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        await story.RunAsync();
        var (caseId, files) = ((await FindAsync(platform, story)).CaseId, platform.Services.GetRequiredService<FileStore>());
        var (printed, forgotten) = (await WriteAsync(platform, files, caseId), await WriteAsync(platform, files, caseId));
        await platform.Services.GetRequiredService<Db>().WriteAsync("update documents_document set file_id = @printed", new { printed });
        var sent = await platform.Services.GetRequiredService<CaseStore>().FilesAsync(caseId, new CaseAccess.AfterCommit());
        var all = Directory.EnumerateFiles(Path.Combine(platform.Folder, "files"), "*", SearchOption.AllDirectories).ToList();

        Age(platform, all, TimeSpan.FromHours(23));
        await SweepAsync(platform);
        Assert.All(all, file => Assert.True(File.Exists(file)));

        Age(platform, all, TimeSpan.FromHours(25));
        await SweepAsync(platform);
        var left = all.Where(File.Exists).Select(f => Guid.Parse(Path.GetFileName(f))).ToList();
        Assert.DoesNotContain(forgotten, left);
        Assert.Equal([.. sent.Select(f => f.FileId), printed], left.ToHashSet());
    }

    private static async Task<Guid> WriteAsync(TestPlatform platform, FileStore files, Guid caseId)
    {
        using var content = new MemoryStream("%PDF-1.4"u8.ToArray());
        var key = await platform.Services.GetRequiredService<KeyStore>().GetAsync(caseId);
        return (await files.WriteAsync(Guid.CreateVersion7(), key, content, new FileLimits(1000, FileType.PapersAndPictures))).Id;
    }

    private static void Age(TestPlatform platform, List<string> files, TimeSpan age) =>
        files.ForEach(f => File.SetLastWriteTimeUtc(f, (platform.Clock.GetUtcNow() - age).UtcDateTime));

    private static async Task SweepAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var job = platform.Services.GetServices<JobDefinition>().Single(j => j.Name == "platform.SweepFiles");
        await ((IJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<CaseRow> FindAsync(TestPlatform platform, MarkedStory story) =>
        (await platform.Services.GetRequiredService<CaseStore>().FindAsync(story.Reference, new CaseAccess.AfterCommit()))!;

    private static async Task<string> PathAsync(TestPlatform platform, MarkedStory story)
    {
        var found = await FindAsync(platform, story);
        var file = Assert.Single(await platform.Services.GetRequiredService<CaseStore>().FilesAsync(found.CaseId, new CaseAccess.AfterCommit()));
        return $"/en/my/files/{found.CaseId:D}/{file.FileId:D}";
    }
}
