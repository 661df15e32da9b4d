using Platform.Core.Data;

namespace Platform.Modules.Identity.Accounts;

internal sealed record AccountRow
{
    public required Guid PersonId { get; init; }

    public required byte[] SignInName { get; init; }

    public required string PasswordHash { get; init; }

    public Instant? PasswordUntil { get; init; }

    public required bool MustChange { get; init; }

    public required string SecurityStamp { get; init; }

    public byte[]? TotpKey { get; init; }

    public required bool TwoFactor { get; init; }

    public required long TotpStep { get; init; }

    public required string RecoveryCodes { get; init; }

    public required long Version { get; init; }
}
