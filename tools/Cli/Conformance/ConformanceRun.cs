using System.Globalization;
using Platform.Core.Modules.External;

namespace Platform.Cli.Conformance;

/// <summary>Judges one module and says how compatible it is.</summary>
internal sealed class ConformanceRun(Subject subject, string? server, TextWriter output)
{
    private int checks;
    private int faults;

    /// <returns>True where nothing was found.</returns>
    public async Task<bool> RunAsync()
    {
        var about = subject.Description;
        output.WriteLine($"{about.Name} {about.Version} ({about.Assembly}.dll), built with Platform.Core {about.Platform.ToString(3)}");
        output.WriteLine($"sha256 {about.Sha256}");
        output.WriteLine();
        await using (var trial = await Trial.StartAsync(subject, on: true))
        {
            await JudgeAsync(trial, Visit.Of(trial));
        }

        await using (var off = await Trial.StartAsync(subject, on: false))
        {
            Tell("switched off", await Visits.OffAsync(off));
        }

        output.WriteLine();
        output.WriteLine(faults == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{about.Name} {about.Version} is compatible with Platform {typeof(ModuleDescription).Assembly.GetName().Version!.ToString(3)}: {checks} of {checks} checks hold.")
            : string.Create(CultureInfo.InvariantCulture, $"{about.Name} {about.Version} is not compatible: {checks - faults} of {checks} checks hold."));
        return faults == 0;
    }

    private async Task JudgeAsync(Trial trial, IReadOnlyList<Visit> visits)
    {
        Tell("names", Checks.Names(subject, trial));
        Tell("description", Checks.Description(subject, trial, visits));
        Tell("dependences", Checks.Dependences(subject, trial));
        Tell("sql", await Checks.SqlAsync(subject, trial));
        Tell("migrations", await Checks.MigrationsAsync(subject, trial, server));
        Tell("export", Checks.Export(subject, trial));
        Tell("addresses", Visits.Addresses(trial, visits));
        Tell("access", await Visits.AccessAsync(trial, visits));
        Tell("reading", await Visits.ReadingAsync(trial, visits));
        Tell("forgery", await Visits.ForgeryAsync(trial, visits));
        Tell("pages", await Visits.PagesAsync(trial, visits));
        Tell("texts", await Visits.TextsAsync(trial, visits));
    }

    private void Tell(string name, Outcome outcome)
    {
        checks++;
        faults += outcome.IsGood ? 0 : 1;
        output.WriteLine($"{(outcome.IsGood ? "ok  " : "FAIL")}  {name,-13} {outcome.Seen}");
        foreach (var fault in outcome.Faults)
        {
            output.WriteLine($"        {fault}");
        }
    }
}
