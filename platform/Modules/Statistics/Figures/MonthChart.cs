using System.Globalization;

namespace Platform.Modules.Statistics.Figures;

/// <summary>A column of a chart: across in percent, so that it fits every screen; up and down in pixels, so that its label keeps its size.</summary>
/// <param name="Month">As <c>2026-10</c>.</param>
public sealed record Column(string Month, string X, string Middle, string Width, string Y, string Height);

/// <summary>Columns of months, drawn on the server: no script, and no style that the security policy forbids.</summary>
/// <param name="months">In their order; one that is missing had nothing.</param>
public sealed class MonthChart(IReadOnlyList<Group> months)
{
    /// <summary>Pixels of the tallest column.</summary>
    public const int Tallest = 140;

    private const double Filled = 0.7;

    private readonly double place = 100.0 / months.Count;

    public long Largest { get; } = months.Max(m => m.Count);

    public IEnumerable<Column> Columns => months.Select((month, i) =>
    {
        var height = Math.Round((double)Tallest * month.Count / Largest, 1);
        return new Column(month.Id, Percent((i + (1 - Filled) / 2) * place), Percent((i + 0.5) * place), Percent(Filled * place), Number(Tallest - height), Number(height));
    });

    private static string Percent(double value) => $"{Number(value)}%";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
