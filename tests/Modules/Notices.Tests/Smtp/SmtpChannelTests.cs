using System.Security.Cryptography;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Smtp;
using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Tests.Smtp;

public sealed class SmtpChannelTests : IDisposable
{
    private static readonly NoticeText Text = new("ອະນຸມັດແລ້ວ", [".a line that begins with a dot", "ວັນທີ"], null);
    private readonly FakeMailServer server = new();

    [Fact]
    public async Task A_letter_arrives_whole()
    {
        Assert.IsType<Outcome.Sent>(await SendAsync());

        Assert.Equal(["EHLO [127.0.0.1]", "MAIL FROM:<portal@example.org>", "RCPT TO:<dao@example.org>", "DATA"], server.Said);
        Assert.Contains("Subject: =?utf-8?B?", server.Messages.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repetition_carries_the_same_message_id()
    {
        var letter = Letter("dao@example.org");
        await SendAsync(letter);
        await SendAsync(letter);

        Assert.Single(server.Messages.Select(m => m.Split("\r\n")[0]).Distinct());
        Assert.Equal(2, server.Messages.Count);
    }

    [Theory]
    [InlineData("banner", "421 too busy", "smtp-421", true)]
    [InlineData("EHLO", "550 who are you", "smtp-550", true)]
    [InlineData("MAIL", "451 try again", "smtp-451", true)]
    [InlineData("RCPT", "450 greylisted", "smtp-450", true)]
    [InlineData("RCPT", "550 no such user dao@example.org", "smtp-550", false)]
    [InlineData("DATA", "554 no", "smtp-554", false)]
    [InlineData(".", "452 full", "smtp-452", true)]
    [InlineData("banner", "SSH-2.0-OpenSSH", "smtp-protocol", true)]
    [InlineData("RCPT", null, "smtp-connection", true)]
    public async Task Each_refusal_is_understood_and_names_nobody(string verb, string? answer, string reason, bool later)
    {
        server.Answers[verb] = answer;

        var outcome = await SendAsync();

        Assert.Equal(later ? new Outcome.Later(reason) : new Outcome.Refused(reason), outcome);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_text_is_tried_again()
    {
        server.HangsUpAfterData = true;

        Assert.Equal(new Outcome.Later("smtp-connection"), await SendAsync());
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_server_that_says_nothing_costs_no_more_than_the_time_out()
    {
        server.BannerAfter = TimeSpan.FromSeconds(30);

        Assert.Equal(new Outcome.Later("smtp-timeout"), await SendAsync(options: Options(o => o.TimeoutSeconds = 1)));
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_where_tls_is_asked_for()
    {
        Assert.Equal(new Outcome.Later("smtp-protocol"), await SendAsync(options: Options(o => o.Security = SmtpSecurity.StartTls)));
        Assert.Equal(["EHLO [127.0.0.1]"], server.Said);
    }

    [Theory]
    [InlineData("PLAIN", "AUTH PLAIN AHVzZXIAc2VjcmV0")]
    [InlineData("LOGIN", "AUTH LOGIN")]
    public async Task A_password_goes_through_tls_only(string way, string said)
    {
        server.Offers = $"250-STARTTLS\r\n250-AUTH {way}\r\n";
        if (way == "LOGIN")
        {
            server.Once.Enqueue(("AUTH", "334 VXNlcg=="));
            // User and password in Base64, in capitals as the fake keeps its verbs.
            server.Answers["DXNLCG=="] = "334 UGFzcw==";
            server.Answers["C2VJCMV0"] = "235 welcome";
        }

        var pinned = Options(o =>
        {
            (o.Security, o.User, o.Password) = (SmtpSecurity.StartTls, "user", "secret");
            o.CertificateSha256 = Convert.ToHexString(SHA256.HashData(server.Certificate.RawData));
        });
        var outcome = await SendAsync(options: pinned);

        Assert.True(outcome is Outcome.Sent, outcome.ToString() + string.Join('|', server.Said));
        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", said], server.Said.Take(4));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it()
    {
        server.Offers = "250-STARTTLS\r\n";

        Assert.Equal(new Outcome.Later("smtp-certificate"), await SendAsync(options: Options(o => o.Security = SmtpSecurity.StartTls)));
        Assert.DoesNotContain(server.Said, l => l.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Addresses_beyond_ascii_go_as_far_as_the_server_takes_them()
    {
        Assert.IsType<Outcome.Sent>(await SendAsync(Letter("dao@ລາວ.example")));
        Assert.Contains("RCPT TO:<dao@xn--", server.Said[2], StringComparison.Ordinal);
        Assert.Equal(new Outcome.Refused("smtp-address"), await SendAsync(Letter("ດາວ@example.org")));
        server.Offers = "250-SMTPUTF8\r\n";
        Assert.IsType<Outcome.Sent>(await SendAsync(Letter("ດາວ@example.org")));
        Assert.EndsWith(" SMTPUTF8", server.Said.Last(l => l.StartsWith("MAIL", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\n.\r\nb", "a\r\n..\r\nb")]
    [InlineData(".a\r\n..b", "..a\r\n...b")]
    [InlineData("a.b\r\nc.", "a.b\r\nc.")]
    public void No_line_of_a_message_ends_it(string message, string stuffed) => Assert.Equal(stuffed, SmtpChannel.Stuffed(message));

    public void Dispose() => server.Dispose();

    private static Letter Letter(string address) => new(Guid.CreateVersion7(), address, "e-ລາວ", Text);

    private SmtpOptions Options(Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, From = "portal@example.org", Security = SmtpSecurity.None, TimeoutSeconds = 10 };
        change?.Invoke(options);
        return options;
    }

    private Task<Outcome> SendAsync(Letter? letter = null, SmtpOptions? options = null) =>
        new SmtpChannel(options ?? Options(), TimeProvider.System).SendAsync(letter ?? Letter("dao@example.org"), CancellationToken.None);
}
