using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Platform.Cli.Packs;
using Platform.Cli.Releases.Screening;
using Platform.Cli.Tests.Import;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>Leaks where a screen that looks at lines of text does not look, and files made to keep it busy for ever.</summary>
public sealed class HiddenLeakTests
{
    private const string Key = "Zk3Jq8vXw1Tn5Rb7Ly0Pd2Sg4Hf6Mc9QaUeIoVtN";
    private static readonly Pack Starter = PackCheck.Load(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), production: false).Pack!;
    private static readonly Screen Screen = new(Starter, [], [OtherCountry.Read()]);

    [Theory]
    [InlineData("hash-key: ")]
    [InlineData("password digest, sha256, or checksum: ")]
    [InlineData("\"integrity\": ")]
    public void A_word_about_digests_does_not_make_a_key_one(string before) =>
        Assert.Contains(In("source/settings.txt", before + Key), f => f.Kind == LeakKind.Entropy && f.What.Contains(Key, StringComparison.Ordinal));

    [Fact]
    public void A_lock_file_may_hold_digests_and_nothing_else()
    {
        var digest = Convert.ToBase64String([.. Enumerable.Range(0, 64).Select(i => (byte)((i * 167) + 31))]);

        Assert.Empty(In("source/tools/Cli/packages.lock.json", $"\"contentHash\": \"{digest}\""));
        Assert.Empty(In("source/platform/Web/package-lock.json", $"\"integrity\": \"sha512-{digest}\""));
        Assert.NotEmpty(In("source/tools/Cli/packages.lock.json", $"\"note\": \"{Key}\""));
    }

    [Fact]
    public void What_is_packed_is_unpacked()
    {
        using var folder = new TestFolder();
        Xlsx.Write(folder["list.xlsx"], ("People", [["place"], ["Ulaanbaatar"]]));
        var workbook = File.ReadAllBytes(folder["list.xlsx"]);

        Assert.Contains(Screen.In("source/docs/list.xlsx", workbook), f => f is { Kind: LeakKind.Name, What: "Ulaanbaatar", File: "source/docs/list.xlsx!/xl/sharedStrings.xml" });
        Assert.Contains(Screen.In("source/docs/list.xlsx.gz", Gzip(workbook)), f => f is { Kind: LeakKind.Name, What: "Ulaanbaatar" });
    }

    // What is read out of a program counts only where it is certain; no file of a pack is one.
    [Theory]
    [InlineData("pack/starter/media/backup")]
    [InlineData("pack/starter/media/backup.dll")]
    public void No_file_of_a_pack_passes_for_a_program(string file) => Assert.Contains(
        Screen.In(file, [.. "MZ"u8, 0, 1, 2, .. Encoding.UTF8.GetBytes("somebody@ministry.gov.qq"), 0]), f => f is { Kind: LeakKind.Personal, What: "somebody@ministry.gov.qq" });

    [Fact]
    public void What_cannot_be_looked_into_is_a_finding()
    {
        var deep = Encoding.UTF8.GetBytes("nothing");
        for (var i = 0; i < 9; i++)
        {
            deep = Gzip(deep);
        }

        Assert.Contains(Screen.In("source/a.gz", deep), f => f.Kind == LeakKind.Unread);
        Assert.Contains(Screen.In("source/b.gz", Gzip(new byte[80 << 20])), f => f.Kind == LeakKind.Unread);
        Assert.Contains(Screen.In("source/c.zip", [.. "PK\x03\x04"u8, .. new byte[99]]), f => f.Kind == LeakKind.Unread);
    }

    [Fact]
    public async Task No_image_keeps_the_screen_busy_for_ever()
    {
        byte[] chunk = [.. "RIFF\0\0\0\0WEBPJUNK"u8, 0xf8, 0xff, 0xff, 0xff, 0, 0, 0, 0];
        byte[] directory = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0];

        var reading = Task.Run(() => (ImageMetadata.Read(chunk).Count(), Exif.Personal(directory).Count()), TestContext.Current.CancellationToken);

        Assert.Same(reading, await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_text_in_an_image_is_unpacked_so_far_and_no_further()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[200 << 20]);
        }

        var (length, text) = (new byte[4], (byte[])[.. "Comment\0\0"u8, .. packed.ToArray()]);
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = ImageMetadata.Read([0x89, .. "PNG\r\n\x1a\n"u8, .. length, .. "zTXt"u8, .. text, 0, 0, 0, 0]).Count();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150 << 20);
    }

    private static List<Finding> In(string file, string line) => [.. Screen.In(file, Encoding.UTF8.GetBytes(line + "\n"))];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
