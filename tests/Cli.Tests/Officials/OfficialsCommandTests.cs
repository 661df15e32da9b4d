using System.CommandLine;
using Platform.Cli.Officials;
using Platform.Testing;

namespace Platform.Cli.Tests.Officials;

public sealed class OfficialsCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task The_first_official_is_made_once()
    {
        var (code, output) = await RunAsync("amina");
        Assert.True(code == 0, output);
        Assert.Contains("authenticator secret", output, StringComparison.Ordinal);

        (code, output) = await RunAsync("Amina");
        Assert.Equal(1, code);
        Assert.Contains("choose another name", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_the_pack_lacks_is_named_with_those_it_has()
    {
        var (code, output) = await RunAsync("amina", "--role", "emperor");

        Assert.Equal(1, code);
        Assert.Contains("'emperor'", output, StringComparison.Ordinal);
        Assert.Contains("administrator", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        string[] host = ["--data", folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "--environment", "Development"];
        var code = await OfficialsCommand.Create().Parse(["add", .. args, .. host]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
