using System.Diagnostics;
using System.Globalization;

namespace Platform.Cli.Releases;

/// <summary>Tells what is being done and how long it took.</summary>
internal sealed class Steps(TextWriter output, int count)
{
    private readonly long start = Stopwatch.GetTimestamp();
    private int number;

    /// <param name="what">Shown before it begins.</param>
    /// <param name="work">Gives what is shown when it is done.</param>
    public void Do(string what, Func<string> work)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{++number,2}/{count} {what,-12} "));
        output.Flush();
        var begun = Stopwatch.GetTimestamp();
        var result = work();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(begun).TotalSeconds,6:0.0} s  {result}"));
    }

    public double Seconds => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
