using System.CommandLine;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A release's way into an instance: one at a time, each step noted, and back where it fails.</summary>
/// <param name="from">What runs now; null: nothing.</param>
internal sealed class Installation(Arrival arrival, string command, ReleaseVersion? from)
{
    /// <summary>Runs a command whose mistakes are told in a sentence.</summary>
    public static async Task<int> RunAsync(ParseResult parse, Func<TextWriter, Task> run)
    {
        try
        {
            await run(parse.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception error) when (error is ReleaseRefusedException or IOException or UnauthorizedAccessException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <param name="steps">Given what the installer would do, or null where it is not to be asked.</param>
    /// <param name="back">Makes what runs now current again; none: there is nothing to go back to.</param>
    /// <exception cref="InstallException">It did not succeed; the message says why, and what runs now.</exception>
    public async Task RunAsync(Func<IReadOnlyList<string>?, IReadOnlyList<Step>> steps, IReadOnlyList<Step> back, bool dry, TextWriter output)
    {
        arrival.Demand();
        output.WriteLine($"{arrival.Release.Manifest.Name} {arrival.Version} {Comes()} the instance {arrival.Instance.Name}, {arrival.Instance.Home}");
        if (dry)
        {
            new StepRun(steps(InstallerPlan.Of(arrival.Release, arrival.Words)), output).Tell();
            output.WriteLine("Nothing was changed.");
            return;
        }

        Arrival.DemandMachine();
        Directory.CreateDirectory(arrival.Instance.Home);
        using var alone = Alone();
        await arrival.Programs.WaitForEarlierAsync(output);
        await DoAsync(new StepRun(steps(null), output), new WayBack(back, output), output);
    }

    private string Comes() => from is null ? "becomes" : from == arrival.Version ? "is there already and is gone through again in" : $"comes in the place of {from} in";

    private async Task DoAsync(StepRun run, WayBack back, TextWriter output)
    {
        if (Journal.Unfinished(arrival.Instance) is { Step: not Journal.Failed } last)
        {
            output.WriteLine($"{last.Command} of {last.Version} was interrupted after: {last.Step}, {last.At}.");
        }

        var journal = new Journal(arrival.Instance, command, arrival.Release, from);
        journal.Add(Journal.Begun, "");
        try
        {
            await run.DoAsync(journal);
            arrival.Instance.Trust.Confirm();
            journal.Add(Journal.Done, $"{arrival.Version} is current");
            output.WriteLine($"{arrival.Instance.Name} runs {arrival.Release.Manifest.Name} {arrival.Version}.");
        }
        // Whatever it is: what ran before has to run again.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            throw new InstallException(await back.GoAsync(error, journal, arrival.Instance));
        }
    }

    /// <exception cref="InstallException">Somebody else is at it.</exception>
    private FileStream Alone()
    {
        try
        {
            return new FileStream(Path.Combine(arrival.Instance.Home, ".install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InstallException($"Another egov install or upgrade is at work on {arrival.Instance.Name}; wait for its end.");
        }
    }
}
