namespace Platform.Load.References;

/// <summary>What a Razor page over a list in memory costs: no cache, no database, no layout.</summary>
internal static class RazorServer
{
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().WithRazorPagesRoot("/References/Pages");
        builder.Services.AddSingleton<MemoryList>();
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync(url);
    }
}

/// <summary>About as many rows as a service page has facts.</summary>
public sealed class MemoryList
{
    public IReadOnlyList<(int Id, string Name, string Text)> Rows { get; } =
        [.. Enumerable.Range(1, 20).Select(n => (n, $"Fact {n}", $"What is to be known about fact {n} & where to ask"))];
}
