using System.Diagnostics;

namespace Platform.Cli.Modules;

/// <summary>The SDK's own command.</summary>
internal static class Dotnet
{
    /// <exception cref="IOException">It is not installed, or it failed; the message holds what it said.</exception>
    public static async Task RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(folder, arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new IOException($"dotnet {string.Join(' ', arguments)} failed:\n{string.Concat(said).Trim()}");
        }
    }

    private static Process Start(string folder, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new IOException("The .NET SDK is missing: install the version that global.json names.", error);
        }
    }
}
