using System.Diagnostics;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Core.Tests.Releases;

/// <summary><c>tools/verify/release.sh</c>, run as an operator runs it.</summary>
internal sealed class ShellVerifier : IDisposable
{
    private static readonly string Script = Path.Combine(TestFolder.RepositoryRoot, "tools/verify", ReleaseNames.Verifier);

    private readonly TestFolder folder = new();

    public string Trust { get; init; } = TestKeys.Pem(TestKeys.Root);

    public string? Country { get; init; }

    public string? Time { get; init; }

    public (bool Good, string Said) Verify(byte[] release, params string[] options)
    {
        File.WriteAllBytes(folder["release.egov"], release);
        List<string> arguments = [Script, "release.egov", .. Option("--trust", Trust), .. Option("--country", Country), .. Option("--time-trust", Time), .. options];
        using var shell = Process.Start(new ProcessStartInfo("sh", arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var said = shell.StandardOutput.ReadToEnd() + errors.Result;
        shell.WaitForExit();
        return (shell.ExitCode == 0 && said.Contains("Good: every byte", StringComparison.Ordinal), said);
    }

    public void Dispose() => folder.Dispose();

    private string[] Option(string name, string? pem)
    {
        if (pem is null)
        {
            return [];
        }

        var file = $"{name.TrimStart('-')}.pem";
        File.WriteAllText(folder[file], pem);
        return [name, file];
    }
}
