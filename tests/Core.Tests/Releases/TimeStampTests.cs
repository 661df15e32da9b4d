using Microsoft.Extensions.Time.Testing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Core.Tests.Releases;

public sealed class TimeStampTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly TimeAuthority authority = new(Now);

    private ReleasePolicy Believed => SmallRelease.Policy with { Time = authority.Trust };

    public void Dispose() => authority.Dispose();

    [Fact]
    public void A_stamp_from_within_its_time_keeps_a_release_good_after_its_key_has_expired()
    {
        var key = ReleaseKeys.Issue(TestKeys.Root, "Soon over", 1, Now.AddDays(-10));
        var later = new FakeTimeProvider(Now.AddYears(3));

        Assert.Throws<ReleaseRefusedException>(() => Release.Open(new MemoryStream(SmallRelease.Make(key: key)), SmallRelease.Policy, later));
        using var release = Release.Open(new MemoryStream(SmallRelease.Make(key: key, stamp: authority.Stamp)), Believed, later);

        Assert.InRange(release.Signatures[0].StampedAt!.Value, Now.AddMinutes(-1), Now.AddHours(1));
    }

    [Fact]
    public void A_stamp_from_after_its_time_does_not()
    {
        var expired = ReleaseKeys.Issue(TestKeys.Root, "Over", 1, Now.AddYears(-2));

        Assert.Contains("was not valid", SmallRelease.Refused(SmallRelease.Make(key: expired, stamp: authority.Stamp), Believed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stamp_on_another_signature_or_of_an_authority_that_is_not_believed_is_refused()
    {
        SmallRelease.Refused(SmallRelease.Make(stamp: signature => authority.Stamp([.. signature, 0])), Believed);
        SmallRelease.Refused(SmallRelease.Make(stamp: authority.Stamp), SmallRelease.Policy with { Time = TestKeys.Trust(TestKeys.Root) });
        Assert.Contains("--time-trust", SmallRelease.Refused(SmallRelease.Make(stamp: authority.Stamp)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bit_of_a_stamp_can_be_changed()
    {
        byte[] signature = [1, 2, 3];
        var stamp = authority.Stamp(signature);
        TimeStamp.Verify(stamp, signature, authority.Trust);

        var passed = Enumerable.Range(0, stamp.Length).AsParallel().SelectMany(offset => Enumerable.Range(0, 8).Where(bit => Passes(offset, bit)).Select(bit => $"{offset}.{bit}")).ToList();

        Assert.Equal("", string.Join(' ', passed));

        bool Passes(int offset, int bit)
        {
            var flipped = (byte[])stamp.Clone();
            flipped[offset] ^= (byte)(1 << bit);
            try
            {
                TimeStamp.Verify(flipped, signature, authority.Trust);
                return true;
            }
            catch (ReleaseRefusedException)
            {
                return false;
            }
        }
    }
}
