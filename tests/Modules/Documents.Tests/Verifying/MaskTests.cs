using Platform.Modules.Documents.Verifying;

namespace Platform.Modules.Documents.Tests.Verifying;

public sealed class MaskTests
{
    [Theory]
    [InlineData("Noy Kham", "N••• K•••")]
    [InlineData("Noy", "N•••")]
    [InlineData("Ã", "Ã•••")]
    [InlineData("ເກດ ໄຊ", "ເກ••• ໄຊ•••")]
    [InlineData("ນ້ອຍ", "ນ້•••")]
    [InlineData("", "")]
    public void Only_the_first_letter_of_each_word_is_seen_and_never_how_long_it_is(string name, string masked) => Assert.Equal(masked, Mask.Of(name));
}
