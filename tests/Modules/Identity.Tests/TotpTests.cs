using System.Text;
using Platform.Core.Data;
using Platform.Modules.Identity.TwoFactor;

namespace Platform.Modules.Identity.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1, the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.Code(Key, Totp.StepAt(At(seconds))));

    [Fact]
    public void A_code_holds_one_step_around_and_never_at_or_before_a_spent_one()
    {
        var code = Totp.Code(Key, 100);

        Assert.Equal([null, 100L, 100L, 100L, null], new long[] { 98, 99, 100, 101, 102 }.Select(now => Totp.Match(Key, code, At(now * 30), 0)));
        Assert.Null(Totp.Match(Key, code, At(3000), 100));
        Assert.Equal(100, Totp.Match(Key, code.Insert(3, " "), At(3000), 99));
        Assert.Null(Totp.Match(Key, "", At(3000), 0));
    }

    [Fact]
    public void A_key_survives_its_letters()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Base32.Encode(Key));
        Assert.Equal(Key, Base32.Decode("gezdgnbvgy3tqojqgezdgnbvgy3tqojq"));
        Assert.Throws<FormatException>(() => Base32.Decode("1"));
    }

    [Fact]
    public void Recovery_codes_are_read_in_any_spelling()
    {
        var code = RecoveryCodes.New()[0];

        Assert.Equal(RecoveryCodes.Hash(code), RecoveryCodes.Hash($" {code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()} "));
        Assert.Equal(10, RecoveryCodes.New().Distinct().Count());
    }

    private static Instant At(long seconds) => Instant.From(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
