using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Platform.Cli.Releases;

/// <summary>A program that a release is made with: git, dotnet, npm.</summary>
/// <param name="told">Gets each line that it prints, when it prints it.</param>
internal sealed class Tool(string program, string folder, IReadOnlyDictionary<string, string>? environment = null, Action<string>? told = null)
{
    private const int LastLines = 25;

    /// <returns>What it printed.</returns>
    /// <exception cref="ReleaseBuildException">It is not installed or did not succeed; with its last words.</exception>
    public string Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = told is null ? process.StandardOutput.ReadToEnd() : Follow(process.StandardOutput, told);
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new ReleaseBuildException($"{program} {start.ArgumentList[0]} did not succeed:\n{Tail(output + errors.Result)}");
    }

    private static string Follow(StreamReader output, Action<string> told)
    {
        var all = new StringBuilder();
        while (output.ReadLine() is { } line)
        {
            all.AppendLine(line);
            told(line);
        }

        return all.ToString();
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ReleaseBuildException($"{program} is not installed; a release is made with it.");
        }
    }

    private static string Tail(string text) => string.Join('\n', text.TrimEnd().Split('\n').TakeLast(LastLines));
}
