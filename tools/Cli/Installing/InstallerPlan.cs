using System.Diagnostics;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>What the installer of a release that is not unpacked yet would do.</summary>
internal static class InstallerPlan
{
    /// <returns>Its words, a line each.</returns>
    /// <exception cref="InstallException">It refuses its words.</exception>
    public static IReadOnlyList<string> Of(Release release, IEnumerable<string> words)
    {
        var folder = Directory.CreateTempSubdirectory("egov-plan-");
        try
        {
            release.Extract(ReleaseNames.Infra, Path.Combine(folder.FullName, "infra"));
            return Run(Path.Combine(folder.FullName, "infra/infra/systemd/install.sh"), words);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Run(string installer, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [installer, .. words, "--dry-run"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd().Split('\n') : throw new InstallException((output + errors.Result).TrimEnd());
    }
}
