using Dapper;
using Platform.Core.Data;
using Platform.Modules.Cases;

namespace Platform.Modules.Documents;

/// <summary>All SQL that reads documents. A document is its reader's where its case is: not yours is not there.</summary>
public sealed class DocumentStore(Db db, CaseStore cases)
{
    private const int MostCases = 200;

    /// <returns>The document with its case; null where there is none for this reader.</returns>
    public async Task<FoundDocument?> FindAsync(Guid documentId, CaseAccess access, CancellationToken cancellationToken = default)
    {
        var row = (await QueryAsync("where d.document_id = @documentId", new { documentId }, cancellationToken)).SingleOrDefault();
        return row is not null && await cases.FindAsync(row.CaseId, access, cancellationToken) is { } found ? new(row, found) : null;
    }

    /// <summary>Documents of a person's cases, newest first.</summary>
    public async Task<IReadOnlyList<FoundDocument>> ListAsync(CaseAccess.Owner owner, CancellationToken cancellationToken = default)
    {
        var own = (await cases.ListAsync(owner, MostCases, cancellationToken: cancellationToken)).ToDictionary(c => c.CaseId);
        var rows = await QueryAsync($"where {db.AnyOf("d.case_id", "ids")} order by d.document_id desc", new { ids = db.List(own.Keys) }, cancellationToken);
        return [.. rows.Select(r => new FoundDocument(r, own[r.CaseId]))];
    }

    /// <summary>Documents of one case, newest first; null where there is no such case for this reader.</summary>
    /// <param name="reference">Ten characters.</param>
    public async Task<IReadOnlyList<FoundDocument>?> OfCaseAsync(string reference, CaseAccess access, CancellationToken cancellationToken = default)
    {
        if (await cases.FindAsync(reference, access, cancellationToken) is not { } found)
        {
            return null;
        }

        return await OfCaseAsync(found, cancellationToken);
    }

    /// <summary>Documents of a case that its reader was let into, newest first.</summary>
    public async Task<IReadOnlyList<FoundDocument>> OfCaseAsync(CaseRow found, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = await QueryAsync("where d.case_id = @CaseId order by d.document_id desc", new { found.CaseId }, cancellationToken);
        return [.. rows.Select(r => new FoundDocument(r, found))];
    }

    /// <summary>For whoever holds the paper: the code is the proof.</summary>
    internal Task<FoundDocument?> ByCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        ProvenAsync("join documents_code c on c.document_id = d.document_id where c.code_hash = @codeHash", new { codeHash }, cancellationToken);

    /// <summary>For whoever holds the signed text, once its signature was checked.</summary>
    internal Task<FoundDocument?> BySignatureAsync(Guid documentId, CancellationToken cancellationToken) =>
        ProvenAsync("where d.document_id = @documentId", new { documentId }, cancellationToken);

    private async Task<FoundDocument?> ProvenAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var row = (await QueryAsync(condition, parameters, cancellationToken)).SingleOrDefault();
        return row is not null && await cases.FindAsync(row.CaseId, new CaseAccess.Bearer(row.CaseId), cancellationToken) is { } found ? new(row, found) : null;
    }

    private async Task<IReadOnlyList<DocumentRow>> QueryAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<DocumentRow>($"select {DocumentRow.Columns} from documents_document d {condition}", parameters)).AsList();
    }
}

/// <summary>A document and the case it was issued in.</summary>
public sealed record FoundDocument(DocumentRow Row, CaseRow Case);
