using System.Net;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

/// <summary>While the virus scanner cannot be asked, a person is told so at the question and may try again.</summary>
public sealed class ScannedFilesTests
{
    [Fact]
    public async Task A_file_that_nobody_could_look_at_is_refused_in_the_persons_words()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter", configure: null, "--clamd", "127.0.0.1:1");
        var (me, path) = await ForgedFilesTests.RenewalAsync(platform);

        Assert.Equal(HttpStatusCode.OK, await me.GetAsync(path));
        await me.UploadAsync("photo", "mine.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]], ("photo", ""));

        Assert.EndsWith("/photo", me.At, StringComparison.Ordinal);
        Assert.Contains("The file could not be examined just now; try again in a few minutes", me.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("mine.jpg", me.Html, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(platform.Folder, "files")) && Directory.EnumerateFiles(Path.Combine(platform.Folder, "files"), "*", SearchOption.AllDirectories).Any());
    }
}
