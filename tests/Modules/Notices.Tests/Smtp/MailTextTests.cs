using System.Text;
using System.Text.RegularExpressions;
using Platform.Modules.Notices.Smtp;

namespace Platform.Modules.Notices.Tests.Smtp;

public sealed partial class MailTextTests
{
    private const string Lao = "ຄຳຮ້ອງຂອງທ່ານໄດ້ຮັບການອະນຸມັດແລ້ວ ກະລຸນາມາຮັບເອກະສານ 😀 ຢູ່ຫ້ອງການບ້ານ";

    [Fact]
    public void A_subject_in_any_script_comes_back_from_its_encoded_words()
    {
        var words = MailText.Words(Lao);

        Assert.All(words.Split("\r\n "), word => Assert.True(word.Length <= 75, word));
        Assert.Equal(Lao, string.Concat(EncodedWord().Matches(words).Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)))));
    }

    [Fact]
    public void A_line_break_in_a_subject_makes_no_header() =>
        Assert.DoesNotContain("Bcc", MailText.Of(Guid.Empty, default, ("P", "p@x"), "to@x", "Hello\r\nBcc: all@x", "", "x"), StringComparison.Ordinal);

    [Fact]
    public void The_message_is_ascii_in_short_lines_and_its_body_comes_back()
    {
        var message = MailText.Of(Guid.Empty, new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), ("e-ລາວ", "p@example.org"), "to@example.org", Lao, string.Concat(Enumerable.Repeat(Lao, 9)), "example.org");
        var parts = message.Split("\r\n\r\n", 2);

        Assert.True(Ascii.IsValid(message));
        Assert.All(message.Split("\r\n"), line => Assert.True(line.Length <= 78, line));
        Assert.Contains("Date: Mon, 02 Mar 2026 02:00:00 +0000\r\n", message, StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Repeat(Lao, 9)), Encoding.UTF8.GetString([.. parts[1].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(Convert.FromBase64String)]));
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=")]
    private static partial Regex EncodedWord();
}
