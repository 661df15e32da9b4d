using System.Diagnostics;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests;

/// <summary>Programs of others that judge what this module makes.</summary>
internal static class Independent
{
    /// <summary>The one that the portal hands out, and one that is a few lines around a library of others.</summary>
    public static readonly string[] JwsVerifiers = ["tools/verify/verify.mjs", "tests/Modules/Documents.Tests/independent/jws.mjs"];

    public static async Task<(int Code, string Said)> JwsAsync(TestPlatform platform, string script, string jws, string keys)
    {
        var file = Path.Combine(platform.Folder, "signed.txt");
        await File.WriteAllTextAsync(file, jws);
        return await RunAsync("node", Path.Combine(TestFolder.RepositoryRoot, script), file, keys);
    }

    public static void Needs(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))), $"{program} is not installed");

    /// <returns>What it wrote to standard output, followed by its errors where it failed.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? said[0] : string.Concat(said));
    }
}
