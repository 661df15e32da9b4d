using System.Security.Cryptography;
using Platform.Core.Keys.Escrow;

namespace Platform.Core.Tests.Keys;

public sealed class ShamirTests
{
    [Theory]
    [InlineData(0x57, 0x83, 0xc1)] // FIPS 197, 4.2
    [InlineData(0x57, 0x13, 0xfe)] // FIPS 197, 4.2.1
    [InlineData(0x02, 0x80, 0x1b)]
    [InlineData(0x00, 0xff, 0x00)]
    public void Multiplication_is_that_of_the_AES_field(byte a, byte b, byte product) => Assert.Equal(product, Shamir.Multiply(a, b));

    [Fact]
    public void Every_element_but_zero_has_its_inverse() =>
        Assert.All(Enumerable.Range(1, 255), a => Assert.Equal(1, Shamir.Multiply((byte)a, Shamir.Invert((byte)a))));

    [Fact]
    public void A_line_through_known_points_meets_zero_where_it_should()
    {
        // f(x) = 0x2a + 0x57 x, hence f(1) = 0x7d and f(2) = 0x2a + 0xae = 0x84.
        Assert.Equal([0x2a], Shamir.Join([(1, [0x7d]), (2, [0x84])]));
    }

    [Fact]
    public void Any_three_of_five_give_the_secret_and_no_two_do()
    {
        var secret = RandomNumberGenerator.GetBytes(40);
        var shares = Shamir.Split(secret, 3, 5);

        foreach (var a in shares)
        {
            foreach (var b in shares.Where(share => share.Index > a.Index))
            {
                Assert.NotEqual(secret, Shamir.Join([a, b]));
                Assert.All(shares.Where(share => share.Index > b.Index), c => Assert.Equal(secret, Shamir.Join([c, a, b])));
            }
        }
    }

    [Fact]
    public void A_share_short_of_the_threshold_every_secret_is_as_likely()
    {
        // Two of two: whatever the first share is, for each secret there is exactly one second share that gives it.
        var first = Shamir.Split([42], 2, 2)[0];
        var secrets = Enumerable.Range(0, 256).Select(value => Shamir.Join([first, (2, [(byte)value])])[0]).ToHashSet();

        Assert.Equal(256, secrets.Count);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 3)]
    [InlineData(2, 256)]
    public void Senseless_numbers_are_refused(int threshold, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shamir.Split([1], threshold, count));
}
