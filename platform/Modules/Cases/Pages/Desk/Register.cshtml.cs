using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>What came in and what was closed on a day: to print, sign and put in the folder.</summary>
public sealed class RegisterModel(DeskStore desk, DeskTable table, TimeProvider clock, IStringLocalizer t) : DeskPage
{
    private const int MostParts = 1000;

    private DateOnly day;

    /// <summary>From 0: a day that is too long for one page comes in parts.</summary>
    public int Part { get; private set; }

    public bool HasMore { get; private set; }

    public int Before => Part * DeskStore.RegisterLimit;

    public string DayValue => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string DayText => t.Formats().Date(day);

    public IReadOnlyList<(string Title, IReadOnlyList<RegisterLine> Lines)> Parts { get; private set; } = [];

    public async Task OnGetAsync(string? day, int? part, CancellationToken cancellationToken)
    {
        Part = Math.Clamp((part ?? 1) - 1, 0, MostParts);
        this.day = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1 and < 9999 ? asked : LocalDay.Of(clock.Now(), Pack);
        var received = await desk.ReceivedAsync(Access, this.day, Part, cancellationToken);
        var closed = await desk.ClosedAsync(Access, this.day, Part, cancellationToken);
        var closedAt = await desk.ClosedAtAsync(closed, cancellationToken);
        HasMore = received.Count > DeskStore.RegisterLimit || closed.Count > DeskStore.RegisterLimit;
        Parts =
        [
            (t["Received"], await LinesAsync(received, row => row.SubmittedAt!.Value, cancellationToken)),
            (t["Closed"], await LinesAsync(closed, row => closedAt[row.CaseId], cancellationToken)),
        ];
    }

    private async Task<IReadOnlyList<RegisterLine>> LinesAsync(IReadOnlyList<CaseRow> rows, Func<CaseRow, Instant> when, CancellationToken cancellationToken)
    {
        var shown = rows.Take(DeskStore.RegisterLimit).ToList();
        return [.. (await table.OfAsync(shown, Language, cancellationToken)).Zip(shown, (line, row) => new RegisterLine(t.Formats().Time(when(row)), line))];
    }
}

public sealed record RegisterLine(string Time, DeskLine Case);
