using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Platform.Cli.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>A time stamp over HTTP, from openssl's authority and from such that are none.</summary>
public sealed class TimeStampRequestTests : IDisposable
{
    private static readonly byte[] Signature = [1, 2, 3];
    private readonly TimeAuthority authority = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => authority.Dispose();

    [Fact]
    public async Task An_authority_gives_a_stamp_on_these_bytes()
    {
        await using var server = await TimeServer.StartAsync(authority.Answer);

        var stamp = Ask(server);

        Assert.True(Rfc3161TimestampToken.TryDecode(stamp, out var token, out _));
        Assert.True(token.VerifySignatureForData(Signature, out _, token.AsSignedCms().Certificates));
    }

    [Fact]
    public async Task A_release_that_carries_it_passes_both_verifiers()
    {
        using var ministry = new Ministry();
        await using var server = await TimeServer.StartAsync(authority.Answer);
        File.WriteAllText(ministry["time.pem"], authority.Root.ExportCertificatePem() + "\n");

        ministry.Write("stamped.egov", new TimeStampRequest(server.Address, TimeSpan.FromMinutes(2)).Get);

        Assert.Contains("time-stamped 20", ministry.Run("verify", ministry["stamped.egov"], "--trust", ministry.Trust, "--time-trust", ministry["time.pem"]), StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("sh", [Path.Combine(TestFolder.RepositoryRoot, "tools/verify/release.sh"), ministry["stamped.egov"], "--trust", ministry.Trust, "--time-trust", ministry["time.pem"]]) { RedirectStandardOutput = true })!;
        Assert.Contains("Good: every byte", await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_refused()
    {
        await using var replay = await TimeServer.StartAsync(_ => authority.Answer(Request(Signature)));
        await using var other = await TimeServer.StartAsync(query => authority.Answer(Request([9], Nonce(query))));

        Assert.Contains("gave no time stamp", Refused(replay), StringComparison.Ordinal);
        Assert.Contains("gave no time stamp", Refused(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_authority_did_not_sign_is_refused()
    {
        await using var server = await TimeServer.StartAsync(query => Changed(authority.Answer(query)));

        Assert.Contains("gave no time stamp", Refused(server), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>It works!</html>")]
    [InlineData("MIIB")]
    public async Task What_is_no_answer_is_refused(string garbage)
    {
        await using var server = await TimeServer.StartAsync(_ => System.Text.Encoding.UTF8.GetBytes(garbage));

        Assert.Contains("gave no time stamp", Refused(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_an_answer_is_refused()
    {
        await using var longer = await TimeServer.StartAsync(query => [.. authority.Answer(query), 0]);
        await using var endless = await TimeServer.StartAsync(_ => new byte[3 << 20]);

        Assert.Contains("more than a stamp", Refused(longer), StringComparison.Ordinal);
        Assert.Contains("gave no time stamp", Refused(endless), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_hangs_is_waited_for_a_while_only()
    {
        await using var server = await TimeServer.StartAsync(_ => null);

        var said = Assert.Throws<IOException>(() => new TimeStampRequest(server.Address, TimeSpan.FromMilliseconds(300)).Get(Signature)).Message;

        Assert.Contains("did not answer within 0.3 s", said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_named()
    {
        var said = Assert.Throws<IOException>(() => new TimeStampRequest(new("http://127.0.0.1:1/"), TimeSpan.FromSeconds(30)).Get(Signature)).Message;

        Assert.StartsWith("http://127.0.0.1:1/ gave no time stamp", said, StringComparison.Ordinal);
    }

    private static byte[] Ask(TimeServer server) => new TimeStampRequest(server.Address, TimeSpan.FromMinutes(2)).Get(Signature);

    private static string Refused(TimeServer server) => Assert.Throws<IOException>(() => Ask(server)).Message;

    private static byte[] Request(byte[] data, byte[]? nonce = null) =>
        Rfc3161TimestampRequest.CreateFromData(data, HashAlgorithmName.SHA256, nonce: nonce ?? RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true).Encode();

    private static byte[] Nonce(byte[] query) => Rfc3161TimestampRequest.TryDecode(query, out var request, out _) ? request.GetNonce()!.Value.ToArray() : throw new InvalidDataException("No request came.");

    // The last bytes are of the signature's value.
    private static byte[] Changed(byte[] answer)
    {
        answer[^5] ^= 1;
        return answer;
    }
}
