using System.Text.Json.Nodes;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Cases.Desk;

/// <summary>What one official wrote for the others.</summary>
public sealed record CaseNote(Instant At, Guid AuthorId, string Text);

/// <summary>Notes that only officials read, sealed with the key of their case.</summary>
public sealed class NoteStore(Db db, Acts acts, CaseVault vault)
{
    public const int Longest = 4000;

    /// <summary>Oldest first. The reader has been let in before: <paramref name="found"/> came out of <see cref="CaseStore"/>.</summary>
    public async Task<IReadOnlyList<CaseNote>> OfAsync(CaseRow found, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = await db.ReadAsync<SealedNote>("select note_id, at, author_id, content from cases_note where case_id = @CaseId order by note_id", new { found.CaseId }, cancellationToken);
        var notes = new List<CaseNote>();
        foreach (var row in rows)
        {
            notes.Add(new(row.At, row.AuthorId, (string)(await vault.OpenNoteAsync(found.CaseId, row.NoteId, row.Content))["text"]!));
        }

        return notes;
    }

    public async Task AddAsync(CaseRow found, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var noteId = Guid.CreateVersion7();
        var content = await vault.SealNoteAsync(found.CaseId, noteId, new JsonObject { ["text"] = text });
        await acts.Begin(actor)
            .Do("insert into cases_note (note_id, case_id, act, at, author_id, content) values (@noteId, @CaseId, @act, @at, @actor, @content)", new { noteId, found.CaseId, content })
            .Audit("case", found.CaseId, "cases.note")
            .CommitAsync(cancellationToken);
    }

    private sealed record SealedNote
    {
        public required Guid NoteId { get; init; }

        public required Instant At { get; init; }

        public required Guid AuthorId { get; init; }

        public required byte[] Content { get; init; }
    }
}
