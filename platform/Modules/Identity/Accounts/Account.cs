using Platform.Core.Data;

namespace Platform.Modules.Identity.Accounts;

/// <summary>How a person signs in. Has the person's id: nobody has two accounts.</summary>
public sealed class Account
{
    public Guid PersonId { get; init; }

    /// <summary>The name chosen at sign-up, as written: a name of one's own, an e-mail address or a telephone number. Empty for who signs in with an identity provider only.</summary>
    public string SignInName { get; set; } = "";

    /// <summary>Empty where there is no password: then none is right.</summary>
    public string PasswordHash { get; set; } = "";

    public bool HasPassword => PasswordHash.Length > 0;

    /// <summary>Until when a printed password holds; null for a password of one's own.</summary>
    public Instant? PasswordUntil { get; set; }

    /// <summary>The next session is good for nothing but choosing a new password.</summary>
    public bool MustChange { get; set; }

    /// <summary>Changes with password, second factor and grants. Sessions started under another stamp are over.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The shared secret of the authenticator app; set before <see cref="TwoFactor"/> while enrolment is under way.</summary>
    public byte[]? TotpKey { get; set; }

    /// <summary>True once a code of the app was entered.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The time step of the last code used: it and all before it are spent.</summary>
    public long TotpStep { get; set; }

    /// <summary>SHA-256 of each unused recovery code, in hexadecimal digits.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    public long Version { get; set; }
}
