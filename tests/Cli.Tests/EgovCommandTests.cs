using System.CommandLine;
using System.Diagnostics;
using Platform.Testing;

namespace Platform.Cli.Tests;

public sealed class EgovCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_command_explains_itself_with_an_example()
    {
        var commands = All(EgovCommand.Create()).ToList();

        Assert.True(commands.Count > 20);
        Assert.Empty(commands.Where(c => c.Description?.Contains("Example", StringComparison.Ordinal) != true).Select(c => c.Name));
        Assert.Empty(commands.SelectMany(c => c.Options).Where(o => string.IsNullOrEmpty(o.Description)).Select(o => o.Name));
        Assert.Empty(commands.SelectMany(c => c.Arguments).Where(a => string.IsNullOrEmpty(a.Description)).Select(a => a.Name));
    }

    [Theory]
    [InlineData("outbox dead", "--data or --database")]
    [InlineData("outbox replay 0199c0de-0000-7000-8000-000000000000", "--data or --database")]
    [InlineData("audit verify", "--data or --database")]
    [InlineData("keys escrow", "egov keys init")]
    public async Task Where_there_is_no_instance_it_says_what_to_do_and_shows_no_code(string command, string advice)
    {
        using var egov = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "egov.dll"), .. command.Split(' '), "--data", folder["nowhere"]])
        {
            RedirectStandardError = true,
        })!;
        var error = await egov.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await egov.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, egov.ExitCode);
        Assert.Contains(advice, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Help_has_a_line_for_each_command_and_fits_on_a_page()
    {
        using var output = new StringWriter();

        Assert.Equal(0, await EgovCommand.Create().Parse("--help").InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken));

        var lines = output.ToString().Split('\n');
        Assert.True(lines.Length < 80, $"{lines.Length} lines");
        Assert.All(EgovCommand.Create().Subcommands, command => Assert.Single(lines, line => line.StartsWith($"  {command.Name} ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.TrimEnd().EndsWith("Copy an instance while it runs.", StringComparison.Ordinal));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
