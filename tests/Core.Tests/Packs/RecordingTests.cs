using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class RecordingTests : IDisposable
{
    private const string Path = "media/en/service/birth/title.opus";
    private const string Says = "Where do you live?";

    // Says so in its title.
    private static readonly byte[] Spoken = File.ReadAllBytes(System.IO.Path.Combine(
        TestFolder.RepositoryRoot, "templates/packs/starter/media/en/service/residence-certificate/form.address.village.label.opus"));

    private readonly PackOnDisk pack = new();

    public void Dispose() => pack.Dispose();

    [Fact]
    public void It_is_found_by_the_text_that_it_speaks_and_says_that_nobody_spoke()
    {
        var title = Titled(Says).Write(Path, Spoken).Read().Services.Find("birth")!.Title;
        var recordings = pack.Read().Recordings;

        var found = recordings.Find("en", title, Says);

        Assert.Equal((Says, true), (found!.Words, found.IsSynthesised));
        Assert.Equal(Spoken, found.Content.ToArray());
        Assert.Same(found, recordings.Find(found.Digest));
        Assert.Null(recordings.Find("lo", title, Says));
        Assert.Null(recordings.Find("0123456789ab"));
    }

    [Fact]
    public void One_that_says_something_else_than_the_text_does_now_is_not_offered_and_reported()
    {
        var read = Titled("Where have you lived?").Write(Path, Spoken).Load();

        Assert.Null(read.Pack!.Recordings.Find("en", read.Pack.Services.Find("birth")!.Title, "Where have you lived?"));
        Assert.Contains("The recording says 'Where do you live?', but the text is 'Where have you lived?' now", Assert.Single(read.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media/en/service/birth/titel.opus", "No text has the address 'service/birth/titel', so nobody would hear this recording: did you mean 'service/birth/title'?")]
    [InlineData("media/lo/service/birth/title.opus", "'lo' is not a language of this pack: use one of en, as in media/en/service/birth/title.opus.")]
    [InlineData("media/title.opus", "'title' is not a language of this pack")]
    public void What_nobody_would_hear_is_a_mistake(string path, string says) =>
        Assert.Contains(says, Assert.Single(Titled(Says).Write(path, Spoken).Mistakes()), StringComparison.Ordinal);

    [Fact]
    public void What_is_too_large_or_no_recording_is_a_mistake()
    {
        Assert.Contains("has 100001 bytes, and at most 100000 are possible", Mistake([.. Spoken, .. new byte[100_001 - Spoken.Length]]), StringComparison.Ordinal);
        Assert.Contains("not an Ogg Opus file", Mistake("ID3 an older kind of file"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("not an Ogg Opus file", Mistake([]), StringComparison.Ordinal);
    }

    // Cut anywhere or with any byte changed it is read or refused, and never more.
    [Fact]
    public void A_damaged_file_is_refused_or_read_as_far_as_it_goes()
    {
        for (var n = 0; n < 400; n++)
        {
            var damaged = Spoken.ToArray();
            damaged[n] = 0xFF;
            OggOpus.Read(damaged);
            OggOpus.Read(Spoken.AsSpan(0, n));
        }

        Assert.NotNull(OggOpus.Read(Spoken));
    }

    [Fact]
    public void Those_of_a_layer_below_that_do_not_fit_this_pack_are_passed_over()
    {
        pack.Below("media/kjg/service/birth/title.opus", "").Below("media/en/service/gone/title.opus", "").Write(Path, Spoken, "base");

        var read = pack.Load();

        Assert.Empty(read.Problems);
        Assert.Empty(read.Warnings);
    }

    private string Mistake(byte[] content) => Assert.Single(Titled(Says).Write(Path, content).Mistakes());

    private PackOnDisk Titled(string title) => pack.Write("services/birth.yaml", PackOnDisk.Service.Replace("Birth registration", title, StringComparison.Ordinal));
}
