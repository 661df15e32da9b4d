using System.Globalization;
using Platform.Core.Data;

namespace Platform.Modules.Payments.Receipts;

/// <summary>Money received for a case, with the number on the paper.</summary>
public sealed record Receipt
{
    public required Guid ReceiptId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The body whose receipts are counted together.</summary>
    public required string Organization { get; init; }

    /// <summary>Local year; numbers begin anew with it.</summary>
    public required long Year { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>One of <see cref="PaymentMethods"/>.</summary>
    public required string Method { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The local day of the register.</summary>
    public required DateOnly ReceivedOn { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required Guid CashierId { get; init; }

    /// <summary>One of <see cref="ReceiptStates"/>.</summary>
    public required string State { get; init; }

    public Instant? CancelledAt { get; init; }

    public Guid? CancelledBy { get; init; }

    /// <summary>One of <see cref="CancelReasons"/>.</summary>
    public string? CancelReason { get; init; }

    public bool IsValid => State == ReceiptStates.Valid;

    /// <summary>As printed: <c>2026/000123</c>.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Year}/{Number:000000}");

    internal const string Columns =
        "receipt_id, case_id, organization, year, number, method, amount, currency, received_on, received_at, cashier_id, state, cancelled_at, cancelled_by, cancel_reason";
}

/// <summary>A fee that a receipt settled.</summary>
public sealed record ReceiptItem
{
    public required long N { get; init; }

    /// <summary>The fee's id in the definition.</summary>
    public required string Fee { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }
}

public static class PaymentMethods
{
    /// <summary>Cash over the counter.</summary>
    public const string Counter = "counter";
}

public static class ReceiptStates
{
    public const string Valid = "valid";
    public const string Cancelled = "cancelled";
}

/// <summary>Why a receipt was wrong.</summary>
public static class CancelReasons
{
    public const string WrongCase = "wrong-case";
    public const string WrongAmount = "wrong-amount";
    public const string MoneyGivenBack = "money-given-back";

    public static IReadOnlyList<string> All { get; } = [WrongCase, WrongAmount, MoneyGivenBack];
}
