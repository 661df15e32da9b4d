namespace Platform.Core.Tests.Texts;

public sealed class TextWatchTests : IDisposable
{
    private readonly TextsOnDisk disk = new();

    public TextWatchTests() => disk.Write("lo/core.po", "Language: lo", "msgid \"Save\"\nmsgstr \"ບັນທຶກ\"\n");

    public void Dispose() => disk.Dispose();

    [Fact]
    public void An_edited_file_shows_after_a_moment()
    {
        Assert.Equal("ບັນທຶກ", disk.Texts.Get("lo", "Save"));

        disk.Write("lo/core.po", "Language: lo", "msgid \"Save\"\nmsgstr \"ຮັກສາໄວ້\"\n");

        Assert.Equal("ບັນທຶກ", disk.Texts.Get("lo", "Save"));
        disk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ຮັກສາໄວ້", disk.Texts.Get("lo", "Save"));
    }

    [Fact]
    public void A_broken_file_leaves_the_last_good_texts_until_it_is_mended()
    {
        Assert.Equal("ບັນທຶກ", disk.Texts.Get("lo", "Save"));

        disk.Write("lo/core.po", "Language: lo", "msgid \"Save\"\nmsgstr \"broken\n");
        disk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ບັນທຶກ", disk.Texts.Get("lo", "Save"));

        disk.Write("lo/core.po", "Language: lo", "msgid \"Save\"\nmsgstr \"mended\"\n");
        disk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("mended", disk.Texts.Get("lo", "Save"));
    }

    [Fact]
    public void A_new_language_is_found()
    {
        Assert.Equal("Save", disk.Texts.Get("kjg", "Save"));

        disk.Write("kjg/core.po", "Language: kjg", "msgid \"Save\"\nmsgstr \"Khmu\"\n");
        disk.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Khmu", disk.Texts.Get("kjg", "Save"));
    }

    [Fact]
    public async Task Readers_in_many_threads_see_one_text_or_the_other()
    {
        var texts = disk.Texts;
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 20_000).Select(_ => texts.Get("lo", "Save")).Distinct().ToList())).ToList();
        disk.Write("lo/core.po", "Language: lo", "msgid \"Save\"\nmsgstr \"ຮັກສາໄວ້\"\n");
        disk.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.All((await Task.WhenAll(readers)).SelectMany(seen => seen), text => Assert.Contains(text, new[] { "ບັນທຶກ", "ຮັກສາໄວ້" }));
    }
}
