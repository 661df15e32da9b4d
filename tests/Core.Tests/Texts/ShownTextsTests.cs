using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class ShownTextsTests : IDisposable
{
    private readonly TextsOnDisk disk = new();
    private readonly IStringLocalizer localizer;

    public ShownTextsTests()
    {
        disk.Write("lo/core.po", "Plural-Forms: nplurals=1; plural=0;", """
            msgid "Back"
            msgstr "ກັບຄືນ"

            #, fuzzy
            msgid "Save"
            msgstr "ບັນທຶກ"

            #, fuzzy
            msgid "{0} case"
            msgid_plural "{0} cases"
            msgstr[0] "{0} ຄຳຮ້ອງ"
            """);
        disk.Texts.Use(new() { Catalog = TextsOnDisk.Catalog("lo", "#, fuzzy\nmsgctxt \"service/birth#title\"\nmsgid \"Birth\"\nmsgstr \"ການເກີດ\"\n") });
        localizer = disk.Localizer;
        CultureInfo.CurrentUICulture = new("lo");
    }

    public void Dispose() => disk.Dispose();

    [Fact]
    public void A_page_of_translated_and_missing_texts_holds_no_drafts() => Assert.False(Show(t => $"{t["Back"]}{t["Not there"]}"));

    [Fact]
    public void One_draft_is_enough() => Assert.True(Show(t => $"{t["Back"]}{t["Save"]}"));

    [Fact]
    public void A_draft_of_a_plural_counts() => Assert.True(Show(t => t.Plural(2, "{0} case", "{0} cases")));

    [Fact]
    public void A_draft_of_the_pack_counts() => Assert.True(Show(t => t.Pack(new("service/birth#title", "Birth")).Value));

    [Fact]
    public void What_is_only_searched_does_not_count() => Assert.False(Show(_ => disk.Texts.Get("lo", new PackText("service/birth#title", "Birth")).Value));

    [Fact]
    public async Task Pages_drawn_at_the_same_time_do_not_hear_of_each_other()
    {
        var drafts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            var page = ShownTexts.Begin();
            await Task.Yield();
            _ = localizer[i % 2 == 0 ? "Save" : "Back"];
            return page.HasDrafts;
        })));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 2 == 0), drafts);
    }

    private bool Show(Func<IStringLocalizer, string> page)
    {
        var shown = ShownTexts.Begin();
        Assert.NotEmpty(page(localizer));
        return shown.HasDrafts;
    }
}
