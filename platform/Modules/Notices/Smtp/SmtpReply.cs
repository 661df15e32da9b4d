using System.Globalization;

namespace Platform.Modules.Notices.Smtp;

/// <summary>A reply of the server (RFC 5321, section 4.2).</summary>
/// <param name="Lines">Without code and separator.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool Has(string extension) => Lines.Any(l => l.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words after an extension's name, as the mechanisms of AUTH.</summary>
    public IReadOnlyList<string> Words(string extension) =>
        Lines.Select(l => l.Split(' ')).FirstOrDefault(w => w[0].Equals(extension, StringComparison.OrdinalIgnoreCase))?[1..] ?? [];
}

/// <summary>The server said something else than was hoped for. Carries its code only: what it wrote may name the person.</summary>
internal sealed class SmtpException(int code) : Exception(string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}."))
{
    public int Code => code;
}

/// <summary>What the server sent is not SMTP, or it does not offer what the settings ask for.</summary>
internal sealed class SmtpProtocolException(string message) : Exception(message);
