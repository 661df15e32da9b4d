using System.Diagnostics;

namespace Platform.Cli.Tests.Releases;

/// <summary>A key that never leaves where it was made: openssl, which stands for the device, signs what is handed to it, as <c>--help</c> says it.</summary>
public sealed class DeviceKeyTests : IDisposable
{
    private const string Sign = "openssl cms -sign -binary -noattr -nosmimecap -md sha256 -outform DER -signer device.pem -inkey device/key.pem -out signature.p7s";

    private readonly Ministry ministry = new();

    public DeviceKeyTests() => Directory.CreateDirectory(ministry["device"]);

    public void Dispose() => ministry.Dispose();

    [Theory]
    [InlineData("rsa:3072")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-256")]
    public void A_release_is_signed_with_it(string kind)
    {
        Certify(kind);
        ministry.WriteUnsigned("small.egov");
        Assert.Contains("MANIFEST.p7s is due", ministry.Run(1, "verify", ministry["small.egov"], "--trust", ministry.Trust), StringComparison.Ordinal);

        Shell($"tar -xOf small.egov MANIFEST | {Sign}");
        ministry.Run("sign", ministry["small.egov"], "--signature", ministry["signature.p7s"], "--trust", ministry.Trust);

        Assert.Contains("Released by CN=Device", ministry.Verify("small.egov"), StringComparison.Ordinal);
        Assert.Contains("signed already", ministry.Run(1, "sign", ministry["small.egov"], "--signature", ministry["signature.p7s"], "--trust", ministry.Trust), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_countersigned_with_it()
    {
        Certify("rsa:3072");
        ministry.Write("small.egov");

        Shell($"{{ echo 'egov countersignature 1'; tar -xOf small.egov MANIFEST; }} | {Sign}");
        ministry.Run("countersign", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry.Trust, "--signature", ministry["signature.p7s"]);

        Assert.Contains("Countersigned by CN=Device", ministry.Run("verify", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry.Trust), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_on_something_else_leaves_the_release_as_it_was()
    {
        Certify("rsa:3072");
        ministry.WriteUnsigned("small.egov");
        var before = File.ReadAllBytes(ministry["small.egov"]);

        Shell($"{{ tar -xOf small.egov MANIFEST; echo; }} | {Sign}");

        Assert.Contains("does not hold", ministry.Run(1, "sign", ministry["small.egov"], "--signature", ministry["signature.p7s"], "--trust", ministry.Trust), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(ministry["small.egov"]));
    }

    [Fact]
    public void Its_certificate_takes_the_place_of_no_other()
    {
        var before = File.ReadAllText(ministry.Key);
        Request("rsa:3072");

        Assert.Contains("is there already", ministry.Run(1, "keys", "issue", "--request", ministry["device/request.pem"], "--dir", ministry["keys"]), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(ministry.Key));

        ministry.Run("keys", "issue", "--request", ministry["device/request.pem"], "--dir", ministry["keys"], "--out", ministry["device.pem"]);
        Assert.Contains("is there already", ministry.Run(1, "keys", "issue", "--name", "Another", "--dir", ministry["keys"], "--out", ministry["device.pem"]), StringComparison.Ordinal);
        Assert.False(File.Exists(ministry["device.key.pem"]));
    }

    private void Certify(string kind)
    {
        Request(kind);
        ministry.Run("keys", "issue", "--request", ministry["device/request.pem"], "--dir", ministry["keys"], "--out", ministry["device.pem"]);
    }

    private void Request(string kind) => Shell($"openssl req -new -newkey {kind} -nodes -keyout device/key.pem -subj /CN=Device -out device/request.pem 2>/dev/null");

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = ministry[""] })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
