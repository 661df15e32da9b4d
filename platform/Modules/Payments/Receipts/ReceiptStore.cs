using Dapper;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Payments.Receipts;

/// <summary>Reads receipts. Every method takes the scope of its reader, or a case that the reader was let into.</summary>
public sealed class ReceiptStore(Db db)
{
    /// <returns>Null where there is no such receipt within the scope.</returns>
    public async Task<Receipt?> FindAsync(Guid receiptId, Scope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var parameters = new DynamicParameters(new { receiptId });
        var rows = await QueryAsync<Receipt>(
            $"select {Receipt.Columns} from payments_receipt where receipt_id = @receiptId and {InCase(scope, parameters)}", parameters, cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <param name="caseId">A case that came out of its store for this reader.</param>
    public Task<IReadOnlyList<Receipt>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken = default) =>
        QueryAsync<Receipt>($"select {Receipt.Columns} from payments_receipt where case_id = @caseId order by receipt_id", new DynamicParameters(new { caseId }), cancellationToken);

    public Task<IReadOnlyList<ReceiptItem>> ItemsAsync(Guid receiptId, CancellationToken cancellationToken = default) =>
        QueryAsync<ReceiptItem>("select n, fee, amount from payments_receipt_item where receipt_id = @receiptId order by n", new DynamicParameters(new { receiptId }), cancellationToken);

    /// <summary>All receipts of a local day, cancelled ones among them, by organization and number.</summary>
    public Task<IReadOnlyList<Receipt>> OfDayAsync(DateOnly day, Scope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var parameters = new DynamicParameters(new { day });
        return QueryAsync<Receipt>(
            $"select {Receipt.Columns} from payments_receipt where received_on = @day and {InCase(scope, parameters)} order by organization, number", parameters, cancellationToken);
    }

    // Money is seen where the case is: the area is the case's.
    private static string InCase(Scope scope, DynamicParameters parameters) =>
        $"exists (select 1 from cases_case c where c.case_id = payments_receipt.case_id and {scope.ToSql("c.organization", "c.area_path", parameters)})";

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, DynamicParameters parameters, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }
}
