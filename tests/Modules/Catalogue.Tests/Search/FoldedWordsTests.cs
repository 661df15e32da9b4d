using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue.Tests.Search;

public sealed class FoldedWordsTests
{
    [Theory]
    [InlineData("Déclaration  de NAISSANCE", "declaration de naissance")]
    [InlineData("Ёлка", "елка")]
    [InlineData("e-mail/post", "e mail post")]
    [InlineData("ໃບຢັ້ງຢືນ", "ໃບຢັ້ງຢືນ")]
    [InlineData("ＡＢＣ", "abc")]
    public void Case_and_marks_of_letters_do_not_count(string text, string folded) => Assert.Equal(folded, FoldedWords.Fold(text));

    [Fact]
    public void Marks_of_scripts_that_write_vowels_with_them_stay() => Assert.NotEqual(FoldedWords.Fold("ກີ"), FoldedWords.Fold("ກ"));
}
