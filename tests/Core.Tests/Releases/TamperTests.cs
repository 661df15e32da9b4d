using System.Text;
using Platform.Core.Releases;

namespace Platform.Core.Tests.Releases;

public sealed class TamperTests
{
    private static readonly byte[] Plain = SmallRelease.Make();
    private static readonly byte[] Good = SmallRelease.Countersign(Plain, TestKeys.Officer);
    private static readonly ReleasePolicy Policy = SmallRelease.Policy with { Country = TestKeys.Trust(TestKeys.Country) };

    [Theory]
    [InlineData(false, 10_000)]
    [InlineData(true, 1_000)]
    public void One_bit_flipped_anywhere_is_refused(bool countersigned, int flips)
    {
        var (release, policy) = countersigned ? (Good, Policy) : (Plain, SmallRelease.Policy);
        SmallRelease.Open(release, policy).Dispose();
        var next = new Sequence();
        var tried = Enumerable.Range(0, flips).Select(_ => (Offset: next.Below(release.Length), Bit: next.Below(8))).ToList();

        Assert.Empty(tried.AsParallel().Where(flip => Passes(release, policy, flip.Offset, flip.Bit)));
    }

    [Fact]
    public void One_bit_flipped_in_the_first_or_last_byte_of_a_part_is_refused()
    {
        var edges = Parts(Good).SelectMany(p => new[] { p.Start - MemberHeader.Length, p.Start - 1, p.Start, p.Start + p.Size - 1, p.Start + p.Size }).Append(Good.Length - 1).ToList();

        Assert.Equal(9 * 5 + 1 - 5, edges.Count);
        Assert.Empty(edges.SelectMany(offset => Enumerable.Range(0, 8).Where(bit => Passes(Good, Policy, (int)offset, bit)).Select(bit => (offset, bit))));
    }

    [Fact]
    public void Whatever_is_cut_off_or_added_is_refused()
    {
        Assert.All(Enumerable.Range(1, 2000), cut => SmallRelease.Refused(Good[..^cut], Policy));
        Assert.All([1, 511, 512, 1024, 10240], more => SmallRelease.Refused([.. Good, .. new byte[more]], Policy));
    }

    [Fact]
    public void A_member_renamed_left_out_twice_or_in_another_order_is_refused()
    {
        var parts = Parts(Good).Select(p => Good[(int)(p.Start - MemberHeader.Length)..(int)(p.Start + p.Size + MemberHeader.Padding(p.Size))]).ToList();
        var end = new byte[2 * MemberHeader.Length];
        Assert.Equal(Good, parts.SelectMany(p => p).Concat(end));

        Assert.All(Enumerable.Range(0, parts.Count), i =>
        {
            SmallRelease.Refused(Joined([.. parts[..i], .. parts[(i + 1)..]]), Policy);
            SmallRelease.Refused(Joined([.. parts[..i], parts[i], .. parts[i..]]), Policy);
            SmallRelease.Refused(Joined([.. parts[..i], Renamed(parts[i]), .. parts[(i + 1)..]]), Policy);
            SmallRelease.Refused(Joined([.. parts[(i + 1)..], .. parts[..(i + 1)]])[1..], Policy);
        });

        byte[] Joined(IEnumerable<byte[]> all) => [.. all.SelectMany(p => p), .. end];
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("Big")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void A_manifest_names_no_member_that_leads_elsewhere(string name) =>
        Assert.Throws<ReleaseRefusedException>(() => ReleaseMember.Parse($"{new string('0', 64)} 1 {name}"));

    [Theory]
    [InlineData("commit: none\n", "commit: none\r\n")]
    [InlineData("commit: none\n", "commit:  none\n")]
    [InlineData("commit: none\n", "commit: none\nurl: x\n")]
    [InlineData("languages: en", "languages: én")]
    [InlineData(" 700 ", " 0700 ")]
    [InlineData("egov release 1", "egov release 2")]
    [InlineData("version: 1.0.0", "version: 1.0")]
    public void A_manifest_has_one_way_to_be_written(string good, string bad)
    {
        var text = Encoding.Latin1.GetString(Good.AsSpan((int)Parts(Good)[0].Start, (int)Parts(Good)[0].Size));
        ReleaseManifest.Parse(Encoding.Latin1.GetBytes(text));
        Assert.Contains(good, text, StringComparison.Ordinal);

        Assert.Throws<ReleaseRefusedException>(() => ReleaseManifest.Parse(Encoding.Latin1.GetBytes(text.Replace(good, bad, StringComparison.Ordinal))));
    }

    internal static List<(string Name, long Start, long Size)> Parts(byte[] release)
    {
        var parts = new List<(string Name, long Start, long Size)>();
        for (long at = 0; MemberHeader.Read(release.AsSpan((int)at, MemberHeader.Length)) is { } header; at += MemberHeader.Length + header.Size + MemberHeader.Padding(header.Size))
        {
            parts.Add((header.Name, at + MemberHeader.Length, header.Size));
        }

        return parts;
    }

    private static bool Passes(byte[] release, ReleasePolicy policy, int offset, int bit)
    {
        var flipped = (byte[])release.Clone();
        flipped[offset] ^= (byte)(1 << bit);
        try
        {
            SmallRelease.Open(flipped, policy).Dispose();
            return true;
        }
        catch (ReleaseRefusedException)
        {
            return false;
        }
    }

    private static byte[] Renamed(byte[] part)
    {
        var header = MemberHeader.Read(part.AsSpan(0, MemberHeader.Length))!.Value;
        return [.. MemberHeader.Of("x" + header.Name[1..], header.Size), .. part[MemberHeader.Length..]];
    }

    /// <summary>Numbers that look random, the same in each run: what fails can be looked at.</summary>
    private sealed class Sequence
    {
        private ulong state = 20261129;

        public int Below(int limit)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)limit);
        }
    }
}
