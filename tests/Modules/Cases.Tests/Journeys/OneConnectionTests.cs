using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Modules.Cases.Tests.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Journeys;

public sealed class OneConnectionTests
{
    /// <summary>A request that holds a connection while it asks for another waits for ever as soon as the pool is as busy as people are.</summary>
    [Fact]
    public async Task No_step_of_a_whole_story_holds_two_connections()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES") is null, "No PostgreSQL");
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Postgres, "starter", connections: 2);
        // Starting needs two, because migrations keep others out with one of them. From here on there is one.
        await using var taken = await platform.Services.GetRequiredService<Db>().OpenAsync();

        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        await story.RunAsync();

        var counter = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("clerk", Office.Registry)));
        // So long ago that the session's last use is written down.
        platform.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var path in new[] { "/en/desk", "/en/desk/search?q=nobody", "/en/desk/register", "/en/desk/file" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, await counter.GetAsync(path)));
        }

        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync(("name", "zqxwolverine")));
    }
}
