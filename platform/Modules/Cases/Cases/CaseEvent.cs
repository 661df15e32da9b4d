using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>One line of a case's timeline.</summary>
public sealed record CaseEvent
{
    public required long Seq { get; init; }

    public required Guid Act { get; init; }

    public required Instant At { get; init; }

    /// <summary>One of <see cref="CaseEventKinds"/>, or a module's own as <c>payments.received</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The workflow action of a move.</summary>
    public string? Action { get; init; }

    public string? FromState { get; init; }

    public string? ToState { get; init; }

    public Guid? ActorId { get; init; }

    public required string Channel { get; init; }

    /// <summary>Ciphertext of the action's small form; read through <see cref="CaseVault"/>.</summary>
    public byte[]? Content { get; init; }
}

/// <summary>What happens to cases.</summary>
public static class CaseEventKinds
{
    public const string Created = "created";
    public const string Submitted = "submitted";
    public const string Moved = "moved";
    public const string Taken = "taken";
    public const string Released = "released";
    public const string Erased = "erased";

    /// <summary>Those that bring a case into another state, as a list of SQL.</summary>
    internal const string Movements = $"'{Submitted}', '{Moved}'";
}

/// <summary>The words for an event that a module adds with <see cref="CaseChange.Note"/>; registered as a singleton.</summary>
/// <param name="Kind">As <c>payments.received</c>.</param>
/// <param name="Text">Its English source; translated where it is shown, to the applicant too.</param>
public sealed record CaseEventText(string Kind, string Text);

/// <summary>One fee of a case as it was fixed when it was sent, at first or corrected.</summary>
public sealed record CaseFee
{
    public required long N { get; init; }

    /// <summary>The fee's id in the definition. Of a fee that grew by a correction after it was paid, the difference is a row of its own.</summary>
    public required string Fee { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>One of <see cref="FeeStates"/>.</summary>
    public required string State { get; init; }

    public Instant? SettledAt { get; init; }
}

/// <summary>A fee is due until it is paid or waived; a case with a due fee cannot be decided.</summary>
public static class FeeStates
{
    public const string Due = "due";
    public const string Paid = "paid";
    public const string Waived = "waived";
}

/// <summary>A file of a case. Its name and type are ciphertext.</summary>
public sealed record CaseFile
{
    public required Guid FileId { get; init; }

    public required long Size { get; init; }

    public required Instant StoredAt { get; init; }

    public required byte[] Content { get; init; }
}
