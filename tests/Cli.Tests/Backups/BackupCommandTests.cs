using System.CommandLine;
using Platform.Cli.Backups;
using Platform.Testing;

namespace Platform.Cli.Tests.Backups;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_database_that_lies_elsewhere_is_not_left_out_in_silence()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["elsewhere.db"], "");
        using var said = new StringWriter();
        string[] words = ["--data", platform.Folder, "--database", $"Data Source={folder["elsewhere.db"]}", "--to", folder["to"]];

        var code = await BackupCommand.Create().Parse(words).InvokeAsync(new InvocationConfiguration { Output = said, Error = said });

        Assert.Equal(1, code);
        Assert.Contains("elsewhere.db is no part of the data folder", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["to"]));
    }
}
