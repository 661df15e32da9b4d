using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Catalogue.Proposals;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Proposals;

/// <summary>A country with a district that does a service in its own way, on a copy of <c>starter</c> that a test changes.</summary>
internal sealed class LocalPack : IAsyncDisposable
{
    public const string National = "starter/services/residence-certificate.yaml";
    public const string Local = "own/services/local/XA01/residence-certificate.yaml";
    private readonly TestFolder folder = new();

    public TestPlatform Platform { get; private set; } = null!;

    public static async Task<LocalPack> StartAsync(DatabaseKind kind, string local = "deadline: {within: 9 working days}   # the boat comes on Fridays\n")
    {
        var pack = new LocalPack();
        pack.folder.TakePack("starter");
        pack.Write("own/pack.yaml", "name: own\nextends: starter\nversion: 1.0.0\n");
        pack.Write(Local, local);
        pack.Platform = await TestPlatform.StartAsync(kind, pack.folder["own"]);
        await pack.CompareAsync();
        return pack;
    }

    /// <summary>Changes a file; what is edited goes live with the next request.</summary>
    public async Task ChangeAsync(string path, params (string From, string To)[] changes)
    {
        var text = File.ReadAllText(folder[path]);
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        Write(path, text);
        using var client = Platform.Client();
        using var answer = await client.GetAsync("/en/services");
        answer.EnsureSuccessStatusCode();
        await CompareAsync();
    }

    public async Task CompareAsync()
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProposeChanges>().RunAsync(TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<Proposal>> OpenAsync() => Platform.Services.GetRequiredService<ProposalStore>().OpenAsync();

    public async Task<FormClient> OfficialAsync(string? area = "/XA/XA01/", string organization = "registry-office") =>
        new(await Platform.ClientAsync(await Platform.OfficialAsync("senior-registrar", organization, area)));

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        folder.Dispose();
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllText(folder[path], text);
    }
}
