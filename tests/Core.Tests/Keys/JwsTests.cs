using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Platform.Core.Keys.Signing;

namespace Platform.Core.Tests.Keys;

public sealed class JwsTests : IDisposable
{
    private const string Type = "certificate+jws";
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void The_example_of_RFC_7515_verifies()
    {
        // Appendix A.3: ES256 over the example payload.
        const string jws = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
            + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-" + "Xx-F4GawxaepmXFCgfTjDxw5djxL" + "a8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        var jwk = new Jwk("", X: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", Y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");

        using var example = jwk.ToKey();

        Assert.Contains("\"iss\":\"joe\"", Encoding.UTF8.GetString(Jws.Verify(example, jws)!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_text_names_its_key_and_verifies()
    {
        var jws = Jws.Sign(key, "k1", Type, "{\"no\":1}"u8);

        Assert.Equal("k1", Jws.KidOf(jws, Type));
        Assert.Equal("{\"no\":1}", Encoding.UTF8.GetString(Jws.Verify(key, jws)!));
    }

    [Fact]
    public void Any_altered_letter_is_refused()
    {
        var jws = Jws.Sign(key, "k1", Type, "{\"no\":1}"u8);
        for (var at = 0; at < jws.Length; at++)
        {
            var letters = jws.ToCharArray();
            letters[at] = letters[at] == 'A' ? 'B' : 'A';
            Assert.Null(Jws.Verify(key, new string(letters)));
        }
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"k1","typ":"certificate+jws"}""")]
    [InlineData("""{"alg":"HS256","kid":"k1","typ":"certificate+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"k1","typ":"receipt+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"k1","typ":"certificate+jws","crit":["exp"]}""")]
    [InlineData("""{"alg":"ES256","kid":7,"typ":"certificate+jws"}""")]
    [InlineData("""["ES256"]""")]
    [InlineData("not json")]
    public void A_header_of_another_kind_asks_for_no_key(string header) =>
        Assert.Null(Jws.KidOf($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.e30.AA", Type));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b")]
    [InlineData("%%%.b.c")]
    [InlineData("ຂ.ຂ.ຂ")]
    public void What_is_no_JWS_is_no_error(string text)
    {
        Assert.Null(Jws.KidOf(text, Type));
        Assert.Null(Jws.Verify(key, text));
    }

    [Fact]
    public void Another_key_does_not_verify()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(Jws.Verify(other, Jws.Sign(key, "k1", Type, "x"u8)));
    }

    [Fact]
    public void A_public_key_survives_its_JSON_and_reveals_no_private_half()
    {
        var json = Jwk.Of(key).ToJson();
        using var back = Jwk.Parse(json).ToKey();

        Assert.NotNull(Jws.Verify(back, Jws.Sign(key, "k1", Type, "x"u8)));
        Assert.DoesNotContain("\"d\"", json, StringComparison.Ordinal);
        Assert.Equal(43, Jwk.Of(key).Kid.Length);
    }
}
