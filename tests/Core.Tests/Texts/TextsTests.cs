using System.Globalization;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class TextsTests : IDisposable
{
    private readonly TextsOnDisk disk = new();

    public TextsTests()
    {
        disk.Write("mn/core.po", "Plural-Forms: nplurals=2; plural=(n != 1);", """
            msgid "Start now"
            msgstr "Эхлэх"

            #, fuzzy
            msgid "Save"
            msgstr "Хадгалах"

            msgctxt "month"
            msgid "May"
            msgstr "Тавдугаар сар"

            msgid "{0} case"
            msgid_plural "{0} cases"
            msgstr[0] "{0} хэрэг"
            msgstr[1] "{0} хэргүүд"

            msgid "Hello {0}"
            msgstr "Сайн уу {1}"
            """);
        disk.Write("mn-Mong/cases.po", "Plural-Forms: nplurals=1; plural=0;", """
            # reviewed: Bat 2026-02-01
            msgid "Start now"
            msgstr "ᠡᠬᠢᠯᠡ"
            """);
    }

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("mn-Mong-CN", "Start now", "ᠡᠬᠢᠯᠡ", "mn-Mong", TextState.Reviewed)]
    [InlineData("mn-Mong-CN", "Save", "Хадгалах", "mn", TextState.Draft)]
    [InlineData("MN", "Start now", "Эхлэх", "MN", TextState.Translated)]
    [InlineData("mn", "Not there", "Not there", "en", TextState.Missing)]
    [InlineData("en-GB", "Start now", "Start now", "en", TextState.Translated)]
    [InlineData("kjg", "Start now", "Start now", "en", TextState.Missing)]
    public void A_text_falls_back_along_the_tag_to_the_source(string language, string id, string value, string found, TextState state) =>
        Assert.Equal(new LocalText(value, found, state), disk.Texts.Find(language, id));

    [Fact]
    public void A_context_tells_two_meanings_apart()
    {
        Assert.Equal("Тавдугаар сар", disk.Texts.Context("mn", "month", "May"));
        Assert.Equal("May", disk.Texts.Get("mn", "May"));
    }

    [Theory]
    [InlineData("mn", 1, "1 хэрэг")]
    [InlineData("mn", 1200, "1,200 хэргүүд")]
    [InlineData("en", 1, "1 case")]
    [InlineData("en", 0, "0 cases")]
    public void A_number_chooses_the_form(string language, long n, string value) =>
        Assert.Equal(value, disk.Texts.Plural(language, n, "{0} case", "{0} cases"));

    [Fact]
    public void A_translation_with_broken_placeholders_gives_way_to_the_source() =>
        Assert.Equal("Hello Keo", disk.Texts.Get("mn", "Hello {0}", "Keo"));

    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("tr")]
    public void The_localizer_speaks_the_language_of_the_request_whatever_the_culture(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);
        CultureInfo.CurrentUICulture = new("mn");
        var localizer = disk.Localizer;

        Assert.Equal("Эхлэх", localizer["Start now"]);
        Assert.True(localizer["Not there"].ResourceNotFound);
        Assert.Equal("Not there {0}", localizer["Not there {0}"]);
        Assert.Equal("5 хэргүүд", localizer.Plural(5, "{0} case", "{0} cases"));
        Assert.Equal("Тавдугаар сар", localizer.Context("month", "May"));
        Assert.True(localizer.Find("Save").IsDraft);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var texts = disk.Texts;
        texts.Get("mn-Mong", "Start now");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            texts.Get("mn-Mong", "Start now");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_pack_text_is_found_by_its_address_before_its_wording()
    {
        disk.Texts.Use(new()
        {
            SourceLanguage = "en",
            Catalog = TextsOnDisk.Catalog("lo", """
                msgctxt "service/birth#title"
                msgid "Title"
                msgstr "ຫົວຂໍ້ເກີດ"

                msgid "Title"
                msgstr "ຫົວຂໍ້"
                """),
        });

        Assert.Equal("ຫົວຂໍ້ເກີດ", disk.Texts.Get("lo", new PackText("service/birth#title", "Title")).Value);
        Assert.Equal("ຫົວຂໍ້", disk.Texts.Get("lo-LA", new PackText("service/other#title", "Title")).Value);
        Assert.Equal(new LocalText("Title", "en", TextState.Missing), disk.Texts.Get("mn", new PackText("service/other#title", "Title")));
        Assert.Equal(TextState.Translated, disk.Texts.Get("en", new PackText("x", "Title")).State);
    }
}
