using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Tests.Sms;

public sealed class SmsGatewayTests : IDisposable
{
    private static readonly Letter Letter = new(Guid.CreateVersion7(), "+9991234567", "Portal", new("", [], "ອະນຸມັດ \"{to}\"\nok"));
    private readonly FakeGateway gateway = new();

    [Fact]
    public async Task The_declared_request_is_made_and_the_reference_read()
    {
        gateway.Answers.Enqueue(FakeGateway.Answer(202, """{"messages":[{"id":"m-1"}]}"""));

        var outcome = await SendAsync(o =>
        {
            o.Headers["X-Key"] = "secret";
            (o.ReferencePointer, o.IdempotencyHeader) = ("/messages/0/id", "Idempotency-Key");
        });

        Assert.Equal(new Outcome.Sent("m-1"), outcome);
        var request = gateway.Requests.Single();
        Assert.Contains("X-Key: secret\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Idempotency-Key: {Letter.Id:D}\r\n", request, StringComparison.Ordinal);
        var body = System.Text.Json.JsonDocument.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]).RootElement;
        Assert.Equal((Letter.Address, Letter.Text.ShortForm), (body.GetProperty("to").GetString(), body.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(400, "http-400")]
    [InlineData(403, "http-403")]
    [InlineData(302, "http-302")]
    public async Task A_refusal_is_not_repeated(int status, string reason)
    {
        gateway.Answers.Enqueue(FakeGateway.Answer(status, headers: "Location: http://127.0.0.1:1/\r\n"));

        Assert.Equal(new Outcome.Refused(reason), await SendAsync());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_failure_of_the_gateway_is_tried_again(int status)
    {
        gateway.Answers.Enqueue(FakeGateway.Answer(status));

        Assert.Equal(new Outcome.Later($"http-{status}"), await SendAsync());
    }

    [Fact]
    public async Task Asked_to_wait_it_waits()
    {
        gateway.Answers.Enqueue(FakeGateway.Answer(429, headers: "Retry-After: 120\r\n"));

        Assert.Equal(new Outcome.Later("http-429", TimeSpan.FromSeconds(120)), await SendAsync());
    }

    [Theory]
    [InlineData(null, "sms-broken-off")]
    [InlineData("garbage\r\n\r\n", "sms-broken-off")]
    public async Task Where_the_answer_is_lost_nobody_knows_whether_it_was_sent(string? answer, string reason)
    {
        gateway.Answers.Enqueue(answer);

        Assert.Equal(new Outcome.Unknown(reason), await SendAsync());
    }

    [Fact]
    public async Task A_silent_gateway_costs_no_more_than_the_time_out()
    {
        gateway.AnswersAfter = TimeSpan.FromSeconds(30);

        Assert.Equal(new Outcome.Unknown("sms-timeout"), await SendAsync(o => o.TimeoutSeconds = 1));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        var gone = new FakeGateway();
        var url = gone.Url;
        gone.Dispose();

        Assert.Equal(new Outcome.Later("sms-connection"), await SendAsync(o => o.Url = url));
    }

    [Theory]
    [InlineData("""{"status":"ok"}""", true)]
    [InlineData("""{"status":"no credit"}""", false)]
    [InlineData("<html>", false)]
    public async Task Two_hundred_may_mean_no(string answer, bool sent)
    {
        gateway.Answers.Enqueue(FakeGateway.Answer(200, answer));

        Assert.Equal(sent ? new Outcome.Sent() : new Outcome.Refused("sms-answer"), await SendAsync(o => (o.SuccessPointer, o.SuccessValue) = ("/status", "ok")));
    }

    [Fact]
    public async Task A_text_of_too_many_segments_is_not_paid_for() =>
        Assert.Equal(new Outcome.Refused("sms-too-long"), await SendAsync(o => o.MostSegments = 1, Letter with { Text = Letter.Text with { ShortForm = new string('ກ', 71) } }));

    public void Dispose() => gateway.Dispose();

    private async Task<Outcome> SendAsync(Action<SmsOptions>? change = null, Letter? letter = null)
    {
        var options = new SmsOptions { Url = gateway.Url, TimeoutSeconds = 10 };
        change?.Invoke(options);
        using var channel = new SmsGateway(options, TimeProvider.System);
        return await channel.SendAsync(letter ?? Letter, CancellationToken.None);
    }
}
