using System.CommandLine;
using Platform.Cli.Keys;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Cli.Tests.Keys;

public sealed class KeysCommandTests : IAsyncLifetime
{
    private TestDatabase data = null!;

    private KeyFolder Folder => new(Path.Combine(data.Folder, "keys", "instance.key"));

    public async ValueTask InitializeAsync() => data = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task Init_makes_a_key_and_refuses_to_make_another()
    {
        Assert.Equal(0, (await RunAsync("init", "--data", data.Folder)).Code);
        var first = new InstanceKeys(Folder).Active;

        var second = await RunAsync("init", "--data", data.Folder);

        Assert.Equal(1, second.Code);
        Assert.Contains("not overwritten", second.Error, StringComparison.Ordinal);
        Assert.Equal(first, new InstanceKeys(Folder).Active);
    }

    [Fact]
    public async Task Rotate_wraps_all_keys_anew_and_says_how_many()
    {
        var old = Folder.Init();
        var subject = Guid.CreateVersion7();
        await using (var store = KeyStore.Open(new KeysOptions(data.Folder), new InstanceKeys(Folder), data.Clock))
        {
            await store.MigrateAsync();
            await store.CreateAsync(subject);
        }

        var (code, output, _) = await RunAsync("rotate", "--data", data.Folder);

        Assert.Equal(0, code);
        Assert.Contains("1 secrets were wrapped anew", output, StringComparison.Ordinal);
        File.Delete(Path.Combine(Folder.Path, $"instance-{old}.key"));
        await using var after = KeyStore.Open(new KeysOptions(data.Folder), new InstanceKeys(Folder), data.Clock);
        Assert.NotNull(await after.GetAsync(subject));
        Assert.NotNull(await after.ActiveSinceAsync());
        Assert.Contains("0 secrets", (await RunAsync("rotate", "--resume", "--data", data.Folder)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escrow_without_options_prints_five_shares()
    {
        Folder.Init();

        var (code, output, _) = await RunAsync("escrow", "--data", data.Folder);

        Assert.Equal((0, 5), (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("--needed is at least 2", (await RunAsync("escrow", "--data", data.Folder, "--needed", "6")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_that_were_printed_bring_the_key_back()
    {
        var id = Folder.Init();
        var printed = (await RunAsync("escrow", "--shares", "3", "--needed", "2", "--data", data.Folder)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var elsewhere = new TestFolder();
        await File.WriteAllTextAsync(elsewhere["a.txt"], printed[2]);
        await File.WriteAllTextAsync(elsewhere["b.txt"], printed[0]);

        var (code, output, _) = await RunAsync("restore", "--share", elsewhere["a.txt"], elsewhere["b.txt"], "--data", elsewhere.Path);

        Assert.Equal((0, 3), (code, printed.Length));
        Assert.Contains(id.ToString(), output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("restore", "--share", elsewhere["a.txt"], "--key", elsewhere["other/instance.key"])).Code);
    }

    [Fact]
    public async Task A_copy_brings_the_key_back()
    {
        var id = Folder.Init();
        using var elsewhere = new TestFolder();

        var (code, output, _) = await RunAsync("restore", "--from", Path.Combine(Folder.Path, "instance.key"), "--data", elsewhere.Path);

        Assert.Equal(0, code);
        Assert.Contains(id.ToString(), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("escrow", "--shares", "2", "--needed", "3")]
    [InlineData("escrow", "--shares", "3", "--needed", "1")]
    [InlineData("nonsense")]
    public async Task Senseless_words_are_refused(params string[] args) => Assert.NotEqual(0, (await RunAsync(args)).Code);

    [Theory]
    [InlineData("init")]
    [InlineData("rotate")]
    [InlineData("escrow")]
    [InlineData("restore")]
    public async Task Help_shows_an_example(string command) =>
        Assert.Contains($"egov keys {command} --", (await RunAsync(command, "--help")).Output, StringComparison.Ordinal);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { KeysCommand.Create() };
        var code = await root.Parse(["keys", .. args]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
