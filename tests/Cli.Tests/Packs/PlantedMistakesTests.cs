using System.Diagnostics;

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
        Assert.Equal("30 problems, 0 warnings", lines[^1]);
        Assert.Equal(1, code);
    }

    [Theory, MemberData(nameof(Mistakes))]
    public void One_of_them_put_right_leaves_the_other_twenty_nine(int place)
    {
        var mistake = PlantedMistake.All[place];
        using var pack = new MistakenPack();

        var (code, lines) = pack.Replace(mistake.File, mistake.Wrong, mistake.Right).Check();

        Assert.Equal(PlantedMistake.All.Where(m => m != mistake).Select(m => m.Finding), lines[..^1]);
        Assert.Equal("29 problems, 0 warnings", lines[^1]);
        Assert.Equal(1, code);
    }

    [Fact]
    public void All_of_them_put_right_make_a_sound_pack()
    {
        using var pack = new MistakenPack();

        var (code, lines) = pack.Correct().Check();

        Assert.Equal(["2 services, 3 organizations, 3 areas, 0 problems, 0 warnings"], lines);
        Assert.Equal(0, code);
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
        return (process.ExitCode, MistakenPack.Lines(output));
    }
}
