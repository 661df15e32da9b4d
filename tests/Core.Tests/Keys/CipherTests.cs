using System.Security.Cryptography;
using System.Text;
using Platform.Core.Keys;

namespace Platform.Core.Tests.Keys;

public sealed class CipherTests
{
    private static readonly RowIdentity Row = new("cases_case", "answers", Guid.CreateVersion7());
    private readonly SecretKey key = SecretKey.Create();

    [Theory]
    [InlineData("")]
    [InlineData("ບ້ານ ໂພນໄຊ")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ")]
    public void What_was_sealed_opens(string text) =>
        Assert.Equal(text, Cipher.OpenText(key, Row, Cipher.Seal(key, Row, text)));

    [Fact]
    public void A_sealed_value_carries_format_and_key_and_is_37_bytes_longer()
    {
        var value = Cipher.Seal(key, Row, "1234567890");

        Assert.Equal(10 + Cipher.Overhead, value.Length);
        Assert.Equal(37, Cipher.Overhead);
        Assert.Equal(1, value[0]);
        Assert.Equal(key.Id.ToString(), Convert.ToHexStringLower(value.AsSpan(1, 8)));
    }

    [Fact]
    public void The_same_text_never_looks_the_same_and_never_shows()
    {
        var first = Cipher.Seal(key, Row, "Somphone");
        var second = Cipher.Seal(key, Row, "Somphone");

        Assert.NotEqual(first, second);
        Assert.Equal(-1, first.AsSpan().IndexOf("Somphone"u8));
    }

    [Fact]
    public void Any_single_altered_byte_is_refused()
    {
        var value = Cipher.Seal(key, Row, "fee paid: yes");
        for (var at = 0; at < value.Length; at++)
        {
            var altered = (byte[])value.Clone();
            altered[at] ^= 0x01;
            Assert.Throws<UnreadableException>(() => Cipher.Open(key, Row, altered));
        }
    }

    [Fact]
    public void A_cut_value_is_refused_at_every_length()
    {
        var value = Cipher.Seal(key, Row, "fee");
        for (var length = 0; length < value.Length; length++)
        {
            Assert.Throws<UnreadableException>(() => Cipher.Open(key, Row, value.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("cases_event", "answers", "1")]
    [InlineData("cases_case", "note", "1")]
    [InlineData("cases_case", "answers", "2")]
    [InlineData("cases_case\nanswers", "1", "")]
    public void A_value_moved_elsewhere_is_refused(string table, string column, string id)
    {
        var value = Cipher.Seal(key, new RowIdentity("cases_case", "answers", "1"), "yes");

        var error = Assert.Throws<UnreadableException>(() => Cipher.Open(key, new RowIdentity(table, column, id), value));
        Assert.Contains(column, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_row_has_another_identity_than_its_neighbour() =>
        Assert.NotEqual(new RowIdentity("t", "c", Guid.Empty, 1).ToBytes(), new RowIdentity("t", "c", Guid.Empty, 11).ToBytes());

    [Fact]
    public void Another_key_is_refused_by_name_and_even_under_a_forged_key_id()
    {
        var other = SecretKey.Create();
        var value = Cipher.Seal(key, Row, "yes");

        var error = Assert.Throws<UnreadableException>(() => Cipher.Open(other, Row, value));
        Assert.Contains(key.Id.ToString(), error.Message, StringComparison.Ordinal);

        other.Id.Write(value.AsSpan(1));
        Assert.IsType<CryptographicException>(Assert.Throws<UnreadableException>(() => Cipher.Open(other, Row, value)), exactMatch: false);
    }

    [Fact]
    public void Derived_keys_differ_by_purpose_and_keep_the_id_of_their_origin()
    {
        var (a, b) = (key.Derive("a"), key.Derive("b"));

        Assert.False(a.Bytes.SequenceEqual(b.Bytes));
        Assert.False(a.Bytes.SequenceEqual(key.Bytes));
        Assert.Equal(key.Id, a.Id);
        Assert.True(key.Derive("a").Bytes.SequenceEqual(a.Bytes));
    }

    [Fact]
    public void A_key_says_only_its_id() =>
        Assert.DoesNotContain(Convert.ToHexStringLower(key.Bytes), $"{key} {Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(key))}", StringComparison.OrdinalIgnoreCase);
}
