using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Smtp;
using Platform.Modules.Notices.Tests.Sms;
using Platform.Modules.Notices.Tests.Smtp;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Delivery;

/// <summary>From the notice to the socket: whatever the other side does, there is one delivery with one end.</summary>
public sealed class MisbehavingNeighbourTests : IDisposable
{
    private const int Declared = 3;
    private readonly FakeMailServer mail = new();
    private readonly FakeGateway gateway = new();

    public static TheoryData<DatabaseKind, string, string, int, int> Mail() => Both(
        ("fine", DeliveryStates.Sent, 1, 1),
        ("451 once", DeliveryStates.Sent, 2, 1),
        ("550", DeliveryStates.Failed, 1, 0),
        ("452 after the text", DeliveryStates.GivenUp, Declared, Declared),
        ("hangs up before an answer", DeliveryStates.GivenUp, Declared, 0),
        ("half an answer", DeliveryStates.GivenUp, Declared, 0),
        ("silence", DeliveryStates.GivenUp, Declared, 0),
        ("hangs up after the text", DeliveryStates.GivenUp, Declared, Declared));

    public static TheoryData<DatabaseKind, string, string, int, int> Sms() => Both(
        ("fine", DeliveryStates.Sent, 1, 1),
        ("500 twice", DeliveryStates.Sent, 3, 3),
        ("503", DeliveryStates.GivenUp, Declared, Declared),
        ("403", DeliveryStates.Failed, 1, 1),
        // Nobody knows whether these went out, and an SMS must not come twice.
        ("silence", DeliveryStates.GivenUp, 1, 1),
        ("half an answer", DeliveryStates.GivenUp, 1, 1),
        ("hangs up", DeliveryStates.GivenUp, 1, 1));

    [Theory, MemberData(nameof(Mail))]
    public async Task A_mail_has_one_delivery_with_one_end(DatabaseKind kind, string way, string state, int attempts, int messages)
    {
        Misbehave(mail, way);
        var options = new SmtpOptions { Host = "127.0.0.1", Port = mail.Port, Security = SmtpSecurity.None, From = "portal@example.org", TimeoutSeconds = 1 };

        Assert.Equal((state, attempts), await EndAsync(kind, new SmtpChannel(options, TimeProvider.System)));

        Assert.Equal(messages, mail.Messages.Count);
        // What came more than once is one message to a mailbox.
        Assert.InRange(mail.Messages.Select(m => m.Split("\r\n")[0]).Distinct().Count(), 0, 1);
    }

    [Theory, MemberData(nameof(Sms))]
    public async Task An_sms_has_one_delivery_with_one_end(DatabaseKind kind, string way, string state, int attempts, int requests)
    {
        Misbehave(gateway, way);
        using var channel = new SmsGateway(new SmsOptions { Url = gateway.Url, TimeoutSeconds = 1 }, TimeProvider.System);

        Assert.Equal((state, attempts), await EndAsync(kind, channel));

        Assert.Equal(requests, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_that_tells_repetitions_gets_the_same_key_until_it_answers()
    {
        gateway.Answers.Enqueue(null);
        gateway.Answers.Enqueue(FakeGateway.Answer(200));
        using var channel = new SmsGateway(new SmsOptions { Url = gateway.Url, TimeoutSeconds = 1, IdempotencyHeader = "Idempotency-Key" }, TimeProvider.System);

        Assert.Equal((DeliveryStates.Sent, 2), await EndAsync(DatabaseKind.Sqlite, channel));

        Assert.Single(gateway.Requests.Select(r => r.Split("\r\n").Single(l => l.StartsWith("Idempotency-Key", StringComparison.Ordinal))).Distinct());
    }

    public void Dispose()
    {
        mail.Dispose();
        gateway.Dispose();
    }

    private static async Task<(string State, int Attempts)> EndAsync(DatabaseKind kind, IChannel channel)
    {
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", Declared, channel);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);
        for (var round = 0; round < Declared + 2; round++)
        {
            await platform.DeliverAsync(channel);
            platform.Clock.Leap(TimeSpan.FromHours(2));
        }

        var line = Assert.Single(await platform.DeliveriesAsync(notice.CaseId));
        return (line.State, line.Attempts);
    }

    private static void Misbehave(FakeMailServer server, string way)
    {
        switch (way)
        {
            case "451 once": server.Once.Enqueue(("MAIL", "451 try again")); break;
            case "550": server.Answers["RCPT"] = "550 nobody"; break;
            case "452 after the text": server.Answers["."] = "452 full"; break;
            case "hangs up before an answer": server.Answers["RCPT"] = null; break;
            case "half an answer": server.Answers["MAIL"] = "25"; break;
            case "silence": server.BannerAfter = TimeSpan.FromSeconds(30); break;
            case "hangs up after the text": server.HangsUpAfterData = true; break;
            default: break;
        }
    }

    private static void Misbehave(FakeGateway gateway, string way)
    {
        gateway.AnswersAfter = way == "silence" ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;
        string?[] answers = way switch
        {
            "500 twice" => [FakeGateway.Answer(500), FakeGateway.Answer(500), FakeGateway.Answer(200)],
            "503" => [FakeGateway.Answer(503)],
            "403" => [FakeGateway.Answer(403)],
            "half an answer" => ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"sta"],
            "hangs up" => [null],
            _ => [FakeGateway.Answer(200)],
        };
        Array.ForEach(answers, gateway.Answers.Enqueue);
    }

    private static TheoryData<DatabaseKind, string, string, int, int> Both(params (string Way, string State, int Attempts, int Arrived)[] ways)
    {
        var data = new TheoryData<DatabaseKind, string, string, int, int>();
        foreach (var kind in Databases.All())
        {
            foreach (var (way, state, attempts, arrived) in ways)
            {
                data.Add(new TheoryDataRow<DatabaseKind, string, string, int, int>(kind.Data, way, state, attempts, arrived) { Skip = kind.Skip });
            }
        }

        return data;
    }
}
