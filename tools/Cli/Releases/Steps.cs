using System.Diagnostics;
using System.Globalization;

namespace Platform.Cli.Releases;

/// <summary>Tells what is being done and how long it took.</summary>
internal sealed class Steps(TextWriter output, int count)
{
    private readonly List<(string What, double Seconds)> done = [];

    /// <param name="what">Shown before it begins.</param>
    /// <param name="work">Gives what is shown when it is done.</param>
    public void Do(string what, Func<string> work)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{done.Count + 1,2}/{count} {what,-12} "));
        output.Flush();
        var begun = Stopwatch.GetTimestamp();
        var result = work();
        done.Add((what, Stopwatch.GetElapsedTime(begun).TotalSeconds));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done[^1].Seconds,6:0.0} s  {result}"));
    }

    /// <summary>A word about how far the step has come, on its line.</summary>
    public void Tell(string word)
    {
        output.Write($"{word} ");
        output.Flush();
    }

    /// <summary>How long each step took that came after this one, and all of them.</summary>
    public string After(string what)
    {
        var later = done.SkipWhile(step => step.What != what).Skip(1).ToList();
        var each = string.Join(", ", later.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.What} {step.Seconds:0.0}")));
        return string.Create(CultureInfo.InvariantCulture, $"{what} {done.Find(step => step.What == what).Seconds:0.0} s, everything after that {later.Sum(step => step.Seconds):0.0} s: {each}");
    }
}
