using System.ComponentModel;
using System.Diagnostics;

namespace Platform.Cli.Installing;

/// <summary>
/// The programs that steps run; what they say goes to the screen. One that outlives this process because that is killed holds a lock,
/// and the next run begins when it has ended.
/// </summary>
internal sealed class Programs(Instance instance)
{
    private string Lock => Path.Combine(instance.Home, ".step.lock");

    /// <exception cref="InstallException">It is not there, or did not succeed.</exception>
    public async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        if (await FlockAsync(["--close", Lock, program, .. arguments]) != 0)
        {
            throw new InstallException($"{Path.GetFileName(program)} did not succeed.");
        }
    }

    /// <summary>Waits for what an interrupted run has left running.</summary>
    public async Task WaitForEarlierAsync(TextWriter output)
    {
        if (await FlockAsync(["--nonblock", Lock, "true"]) != 0)
        {
            await output.WriteLineAsync("A step of an earlier run is still at work; waiting for its end ...");
            await FlockAsync([Lock, "true"]);
        }
    }

    private async Task<int> FlockAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("flock", arguments);
        start.Environment["EGOV_ROOT"] = instance.Folder;
        using var process = Start(start);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InstallException("flock is not installed: apt-get install util-linux");
        }
    }
}
