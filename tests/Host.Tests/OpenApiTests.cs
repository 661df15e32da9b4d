using System.Text.Json;
using Platform.Testing;

namespace Platform.Host.Tests;

public sealed class OpenApiTests
{
    private static readonly string Snapshot = Path.Combine(TestFolder.RepositoryRoot, "tests/Host.Tests/openapi.v1.json");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The API changes by addition only. After a wanted change: <c>PLATFORM_UPDATE_SNAPSHOTS=1 tests/run Host</c>, and read the difference.</summary>
    [Fact]
    public async Task The_description_is_the_reviewed_one()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var text = Indented(await platform.Client().GetStringAsync("/openapi/v1.json"));
        if (Environment.GetEnvironmentVariable("PLATFORM_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Snapshot, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(Snapshot), text);
    }

    [Fact]
    public async Task It_speaks_of_the_api_only()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var document = JsonDocument.Parse(await platform.Client().GetStringAsync("/openapi/v1.json")).RootElement;

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(document.GetProperty("paths").EnumerateObject(), p => Assert.StartsWith("/api/v1/", p.Name, StringComparison.Ordinal));
    }

    private static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json), Readable) + "\n";
}
