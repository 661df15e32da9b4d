using System.Text.Json.Nodes;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Cases;

/// <summary>Seals and opens what people wrote, with the key of their case. Each value opens only in the row it was sealed for.</summary>
public sealed class CaseVault(KeyStore keys)
{
    /// <summary>Makes the key of a new case, durable before anything is sealed with it.</summary>
    internal Task CreateAsync(Guid caseId) => keys.CreateAsync(caseId);

    internal Task<SecretKey> KeyAsync(Guid caseId) => keys.GetAsync(caseId);

    internal Task<byte[]> SealPageAsync(Guid caseId, string page, JsonObject content) => SealAsync(caseId, Page(caseId, page), content);

    internal Task<JsonObject> OpenPageAsync(Guid caseId, string page, byte[] content) => OpenAsync(caseId, Page(caseId, page), content);

    internal Task<byte[]> SealAnswersAsync(Guid caseId, long revision, JsonObject content) => SealAsync(caseId, Answers(caseId, revision), content);

    internal Task<JsonObject> OpenAnswersAsync(Guid caseId, SealedAnswers answers) => OpenAsync(caseId, Answers(caseId, answers.Revision), answers.Content);

    internal Task<byte[]> SealEventAsync(Guid caseId, long seq, JsonObject content) => SealAsync(caseId, Event(caseId, seq), content);

    internal Task<byte[]> SealFileAsync(Guid caseId, Guid fileId, JsonObject content) => SealAsync(caseId, File(fileId), content);

    internal Task<JsonObject> OpenFileAsync(Guid caseId, CaseFile file) => OpenAsync(caseId, File(file.FileId), file.Content);

    internal Task<byte[]> SealNoteAsync(Guid caseId, Guid noteId, JsonObject content) => SealAsync(caseId, Note(noteId), content);

    internal Task<JsonObject> OpenNoteAsync(Guid caseId, Guid noteId, byte[] content) => OpenAsync(caseId, Note(noteId), content);

    /// <summary>What was filled in with an action, as <c>{"reason": "..."}</c>; empty where nothing was asked.</summary>
    /// <exception cref="KeyErasedException">The case was erased.</exception>
    public async Task<JsonObject> OpenEventAsync(Guid caseId, CaseEvent written) =>
        written.Content is null ? [] : await OpenAsync(caseId, Event(caseId, written.Seq), written.Content);

    internal static RowIdentity Page(Guid caseId, string page) => new("cases_page", "content", $"{caseId:D}/{page}");

    internal static RowIdentity Answers(Guid caseId, long revision) => new("cases_answers", "content", caseId, revision);

    internal static RowIdentity Event(Guid caseId, long seq) => new("cases_event", "content", caseId, seq);

    internal static RowIdentity Note(Guid noteId) => new("cases_note", "content", noteId);

    internal static RowIdentity File(Guid fileId) => new("cases_file", "content", fileId);

    private async Task<byte[]> SealAsync(Guid caseId, RowIdentity row, JsonObject content) =>
        Cipher.Seal(await keys.GetAsync(caseId), row, content.ToJsonString());

    private async Task<JsonObject> OpenAsync(Guid caseId, RowIdentity row, byte[] content) =>
        JsonNode.Parse(Cipher.OpenText(await keys.GetAsync(caseId), row, content))!.AsObject();
}
