using System.Globalization;

namespace Platform.Cli;

/// <summary>Says how far something is, once a second at most, so that work of a moment says nothing.</summary>
/// <param name="format">With <c>{0}</c> for the count.</param>
internal sealed class ProgressLines(TextWriter output, TimeProvider clock, string format) : IProgress<int>, IProgress<long>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long said = clock.GetTimestamp();

    public void Report(int value) => Report((long)value);

    public void Report(long value)
    {
        if (clock.GetElapsedTime(said) >= Pause)
        {
            said = clock.GetTimestamp();
            output.WriteLine(string.Format(CultureInfo.InvariantCulture, format, value));
        }
    }
}
