using System.Diagnostics;
using System.Globalization;

namespace Platform.Cli.Installing;

/// <summary>Steps in their order: told, or done.</summary>
internal sealed class StepRun(IReadOnlyList<Step> steps, TextWriter output)
{
    public void Tell()
    {
        foreach (var (step, number) in steps.Select((step, i) => (step, i + 1)))
        {
            Head(step, number);
            step.Plan.ToList().ForEach(line => output.WriteLine($"    {line}"));
        }
    }

    public async Task DoAsync(Journal journal)
    {
        foreach (var (step, number) in steps.Select((step, i) => (step, i + 1)))
        {
            Head(step, number);
            var begun = Stopwatch.GetTimestamp();
            var result = await step.Do();
            journal.Add(step.Name, result);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s  {result}"));
        }
    }

    private void Head(Step step, int number)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}/{steps.Count} {step.Name}"));
        output.Flush();
    }
}
