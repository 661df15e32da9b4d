using System.Globalization;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class LettersTests
{
    [Theory]
    [InlineData("lo", "ເກັບກູ້ລະເບີດ", "ກ")]
    [InlineData("lo", "ຂຶ້ນທະບຽນລົດ", "ຂ")]
    [InlineData("lo", "ໃບອະນຸຍາດ", "ບ")]
    [InlineData("lo", "ສຳເນົາໃບຕາດິນ", "ສ")]
    [InlineData("lo", "ຈົດທະບຽນ", "ຈ")]
    [InlineData("th", "เกิด", "ก")]
    [InlineData("fr", "état civil", "E")]
    [InlineData("fr", "e\u0301tat civil", "E")]
    [InlineData("sv", "återbetalning", "Å")]
    [InlineData("es", "ñandú", "Ñ")]
    [InlineData("ru", "йод", "Й")]
    [InlineData("kk", "әлеуметтік көмек", "Ә")]
    [InlineData("mn", "өрхийн гишүүд", "Ө")]
    [InlineData("en", "“Quoted” name", "Q")]
    [InlineData("en", "3 copies", "3")]
    [InlineData("tr", "ikamet", "İ")]
    [InlineData("en", "—", "—")]
    public void An_index_lists_a_text_under_the_letter_its_readers_look_for(string language, string text, string letter) =>
        Assert.Equal(letter, Letters.Index(text, CultureInfo.GetCultureInfo(language)));

    [Theory]
    [InlineData("ເກດ", "ເກ")]
    [InlineData("ຄຳ", "ຄຳ")]
    [InlineData("E\u0301mile", "E\u0301")]
    [InlineData("ເ", "ເ")]
    public void The_first_letter_of_a_name_has_its_marks_and_its_vowel(string word, string letter) => Assert.Equal(letter, Letters.First(word));
}
