using System.Text.Json.Nodes;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Cases.Desk;

/// <summary>What one official wrote for the others.</summary>
public sealed record CaseNote(Instant At, Guid AuthorId, string Text);

/// <summary>Notes that only officials read, sealed with the key of their case.</summary>
public sealed class NoteStore(Acts acts, CaseVault vault)
{
    public const int Longest = 4000;

    /// <summary>Oldest first; none of an erased case.</summary>
    /// <param name="stored">As read for an official.</param>
    public async Task<IReadOnlyList<CaseNote>> OpenAsync(StoredCase stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var notes = new List<CaseNote>();
        foreach (var row in stored.Case.ErasedAt is null ? stored.Notes : [])
        {
            notes.Add(new(row.At, row.AuthorId, (string)(await vault.OpenNoteAsync(stored.Case.CaseId, row.NoteId, row.Content))["text"]!));
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
}
