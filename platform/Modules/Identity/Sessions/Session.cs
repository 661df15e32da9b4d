using Platform.Core.Data;

namespace Platform.Modules.Identity.Sessions;

/// <summary>A session as the server knows it.</summary>
public sealed record Session
{
    internal byte[] TokenHash { get; init; } = [];

    public required Guid SessionId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>What it is good for: one of <see cref="SessionSteps"/>.</summary>
    public required string Step { get; init; }

    /// <summary>The person entered a code of the authenticator app. Without it no grant is effective.</summary>
    public required bool TwoFactor { get; init; }

    /// <summary>The account's stamp, which is the session's own: see <see cref="Accounts.Account.SecurityStamp"/>.</summary>
    public required string Stamp { get; init; }

    /// <summary>The identity provider whose word it began with; null: a password.</summary>
    public string? Provider { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant SeenAt { get; init; }

    /// <summary>An official has seen who this is.</summary>
    public required bool Confirmed { get; init; }
}

/// <summary>A session opens in steps; before the last it lets its holder do nothing but the next.</summary>
public static class SessionSteps
{
    /// <summary>The password was right; a code of the authenticator app is missing.</summary>
    public const string Code = "code";

    /// <summary>The password was a printed one and must be changed.</summary>
    public const string NewPassword = "new-password";

    public const string Open = "open";
}

/// <summary>A session in the list that its owner sees.</summary>
/// <param name="Client">What the browser called itself.</param>
public sealed record SessionEntry(Guid SessionId, string Client, Instant CreatedAt, Instant SeenAt);
