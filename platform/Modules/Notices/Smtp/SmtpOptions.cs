using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Notices.Smtp;

/// <summary>How the connection is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>In clear until STARTTLS, which the server must offer (usually port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>In clear: for a relay on the same machine. No password goes this way.</summary>
    None,
}

/// <summary>Settings below <c>Modules:notices:Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    [Required]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Absent: the server asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    [Required, EmailAddress]
    public string From { get; set; } = "";

    /// <summary>SHA-256 of the server's certificate in hexadecimal digits, for a server with a certificate of its own making.</summary>
    [RegularExpression("[0-9A-Fa-f]{64}")]
    public string? CertificateSha256 { get; set; }

    /// <summary>For a whole delivery. Shorter than the lease of three minutes.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security == SmtpSecurity.None && User is not null)
        {
            yield return new("Smtp: a password would travel in clear; set Security to StartTls or Tls, or leave out User.", [nameof(Security)]);
        }

        if (User is null != Password is null)
        {
            yield return new("Smtp: give both User and Password, or neither.", [nameof(User)]);
        }
    }
}
