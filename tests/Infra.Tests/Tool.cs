using System.Diagnostics;
using Platform.Testing;

namespace Platform.Infra.Tests;

/// <summary>Programs of the machine, run as an operator runs them.</summary>
internal static class Tool
{
    public static string Infra(string path) => Path.Combine(TestFolder.RepositoryRoot, "infra", path);

    /// <summary>Skips the test where a program is not installed, or where only root may do what it does.</summary>
    public static void Need(bool root, params string[] programs)
    {
        var missing = programs.Where(program => !Array.Exists(Folders(), folder => File.Exists(Path.Combine(folder, program)))).ToList();
        Assert.SkipWhen(missing.Count > 0, $"Not installed: {string.Join(", ", missing)}");
        Assert.SkipWhen(root && Environment.UserName != "root", "Only root can do this");
    }

    public static Task<(int Code, string Output)> RunAsync(string program, params string[] args) => RunWithAsync([], program, args);

    public static async Task<(int Code, string Output)> RunWithAsync(Dictionary<string, string> environment, string program, params string[] args)
    {
        var start = new ProcessStartInfo("timeout", ["120", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = string.Join(':', Folders());
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var streams = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(streams));
    }

    /// <summary>Runs it and expects that it goes well.</summary>
    public static async Task<string> DoAsync(string program, params string[] args)
    {
        var (code, output) = await RunAsync(program, args);
        Assert.True(code == 0, $"{program} {string.Join(' ', args)}: {output}");
        return output;
    }

    // Daemons are not on the path of everybody, and PostgreSQL's programs on nobody's.
    private static string[] Folders() =>
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin", "/usr/lib/postgresql/15/bin", "/usr/share/dotnet"];
}
