using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Identity;

/// <summary>Settings below <c>Modules:identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>NIST SP 800-63B asks for 8 or more where a password is the only secret; length is the only rule of form.</summary>
    [Range(8, 64)]
    public int PasswordLength { get; set; } = 10;

    /// <summary>Rounds of PBKDF2 with SHA-512. OWASP's figure of 2023 is 210,000.</summary>
    [Range(100_000, 10_000_000)]
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>A session that nobody uses ends after this.</summary>
    [Range(1, 24 * 60)]
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Every session ends after this.</summary>
    [Range(1, 24 * 30)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How long a password printed at a counter can be used.</summary>
    [Range(1, 24 * 7)]
    public int PrintedPasswordHours { get; set; } = 24;

    /// <summary>Tries with one name from one network, or device, before each further one must wait.</summary>
    [Range(3, 100)]
    public int FreeTries { get; set; } = 5;

    /// <summary>The longest wait between two tries.</summary>
    [Range(1, 24 * 60)]
    public int LongestWaitMinutes { get; set; } = 15;

    /// <summary>Tries a minute from one network with any names: a whole ministry may stand behind one address.</summary>
    [Range(10, 100_000)]
    public int NetworkTriesPerMinute { get; set; } = 120;
}
