namespace Platform.Cli.Import.Services;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    Imported,
    Merged,
    Refused,
}

/// <param name="Id">Of the thing it became or joined; null where none could be made.</param>
/// <param name="Note">The reason of a refusal, or what is to be known of one that was taken.</param>
internal sealed record RowFate(string Place, RowOutcome Outcome, string? Id, string? Note);
