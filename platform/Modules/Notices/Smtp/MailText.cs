using System.Globalization;
using System.Text;

namespace Platform.Modules.Notices.Smtp;

/// <summary>A plain message as it travels (RFC 5322, RFC 2045, RFC 2047): text only, in UTF-8, safe for servers that know ASCII alone.</summary>
internal static class MailText
{
    /// <summary>An encoded word has at most 75 characters; 42 bytes are 56 of Base64.</summary>
    private const int BytesInWord = 42;
    private const int LineBytes = 57;

    /// <param name="domain">Right half of the message's id.</param>
    public static string Of(Guid id, DateTimeOffset at, (string Name, string Address) from, string to, string subject, string body, string domain)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append("\r\n");
        Line($"Message-ID: <{id:N}@{domain}>");
        Line($"Date: {at.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}");
        Line($"From: {Words(from.Name)} <{from.Address}>");
        Line($"To: <{to}>");
        Line($"Subject: {Words(subject)}");
        Line("MIME-Version: 1.0");
        Line("Content-Type: text/plain; charset=utf-8");
        Line("Content-Transfer-Encoding: base64");
        // No machine should answer it (RFC 3834).
        Line("Auto-Submitted: auto-generated");
        Line("");
        foreach (var chunk in Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n")).Chunk(LineBytes))
        {
            Line(Convert.ToBase64String(chunk));
        }

        return text.ToString();
    }

    /// <summary>The same without encodings (RFC 6532): mail programs open it, and people can read it in any editor.</summary>
    public static string Plain(Guid id, DateTimeOffset at, string to, string subject, string body) => string.Create(
        CultureInfo.InvariantCulture,
        $"Message-ID: <{id:N}@demonstration.invalid>\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} +0000\nTo: <{to}>\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n");

    /// <summary>A header's text as encoded words, each of whole characters, one a line.</summary>
    internal static string Words(string text)
    {
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes().Where(r => !Rune.IsControl(r)))
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > BytesInWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes);
        }

        words.Add(Word(word));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
