using NodaTime;
using Platform.Core.Feel;

namespace Platform.Cli.Feel;

/// <summary>Many expressions, one a line, all at one moment.</summary>
internal static class FeelBatch
{
    public static readonly IReadOnlyDictionary<string, object?> NoNames = new Dictionary<string, object?>();

    public static FeelMoment Now() => new(SystemClock.Instance.GetCurrentInstant(), DateTimeZoneProviders.Tzdb.GetSystemDefault());

    public static int Run(FileInfo file, TextWriter output, TextWriter errors)
    {
        if (file.Name == "-")
        {
            return Run(Console.In, output, errors);
        }
        if (!file.Exists)
        {
            errors.WriteLine($"There is no file {file.FullName}.");
            return 1;
        }
        using var lines = file.OpenText();
        return Run(lines, output, errors);
    }

    internal static int Run(TextReader lines, TextWriter output, TextWriter errors)
    {
        var now = Now();
        using var buffered = new StringWriter();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            var result = FeelExpression.EvaluateText(line, NoNames, now, out var error);
            buffered.WriteLine(FeelText.Format(result.Value));
            if (error is not null || result.NullReason is not null)
            {
                errors.WriteLine($"Line {number}{(error is null ? "" : $", column {error.Column}")}: {result.NullReason}");
            }
        }
        output.Write(buffered);
        return 0;
    }
}
