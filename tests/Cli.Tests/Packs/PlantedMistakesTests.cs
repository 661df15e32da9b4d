using System.CommandLine;
using System.Diagnostics;
using Platform.Cli.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>One mistake is one finding with its place and what to write instead, across the core and all modules.</summary>
public sealed class PlantedMistakesTests
{
    public static TheoryData<int> Mistakes => [.. Enumerable.Range(0, PlantedMistake.All.Count)];

    [Fact]
    public async Task A_pack_with_thirty_planted_mistakes_reports_thirty()
    {
        var (code, lines) = await ProcessAsync(PlantedMistake.Folder);

        Assert.Equal(PlantedMistake.All.Select(m => $"thirty-mistakes/{m.Finding}"), lines[..^1]);
        Assert.EndsWith(", 30 problems", lines[^1], StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory, MemberData(nameof(Mistakes))]
    public void One_of_them_put_right_leaves_the_other_twenty_nine(int place)
    {
        var mistake = PlantedMistake.All[place];
        using var folder = Copy();
        Correct(folder, mistake);

        var (code, lines) = Check(folder["thirty-mistakes"]);

        Assert.Equal(PlantedMistake.All.Where(m => m != mistake).Select(m => m.Finding), lines[..^1]);
        Assert.EndsWith(", 29 problems", lines[^1], StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void All_of_them_put_right_make_a_sound_pack()
    {
        using var folder = Copy();
        PlantedMistake.All.ToList().ForEach(m => Correct(folder, m));

        var (code, lines) = Check(folder["thirty-mistakes"]);

        Assert.Equal(["2 services, 3 organizations, 3 areas, 0 problems"], lines);
        Assert.Equal(0, code);
    }

    private static void Correct(TestFolder folder, PlantedMistake mistake)
    {
        var path = folder[$"thirty-mistakes/{mistake.File}"];
        var text = File.ReadAllText(path);
        Assert.Equal(2, text.Split(mistake.Wrong).Length);
        File.WriteAllText(path, text.Replace(mistake.Wrong, mistake.Right, StringComparison.Ordinal));
    }

    private static TestFolder Copy()
    {
        var folder = new TestFolder();
        foreach (var path in Directory.EnumerateFiles(PlantedMistake.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.Combine("thirty-mistakes", Path.GetRelativePath(PlantedMistake.Folder, path))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return folder;
    }

    /// <returns>The exit code and the lines, each finding without the path to the pack's folder.</returns>
    private static (int Code, string[] Lines) Check(string pack)
    {
        var output = new StringWriter();
        var code = PackCommand.CreateCheck().Parse([pack]).Invoke(new InvocationConfiguration { Output = output });
        var before = Path.GetRelativePath(Environment.CurrentDirectory, pack) + '/';
        return (code, [.. Lines(output.ToString()).Select(l => l.StartsWith(before, StringComparison.Ordinal) ? l[before.Length..] : l)]);
    }

    private static async Task<(int Code, string[] Lines)> ProcessAsync(string pack)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "egov.dll"), "check", Path.GetFileName(pack)])
        {
            WorkingDirectory = Path.GetDirectoryName(pack),
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Lines(output));
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
