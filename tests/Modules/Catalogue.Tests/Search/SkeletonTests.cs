using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue.Tests.Search;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("bai khap khi", "ໃບຂັບຂີ່")]
    [InlineData("nangsue phan daen", "ໜັງສືຜ່ານແດນ")]
    [InlineData("tabian", "ທະບຽນ")]
    [InlineData("pasport", "паспорт")]
    [InlineData("passport", "паспорт")]
    [InlineData("khuukhed", "хүүхэд")]
    [InlineData("huuhed", "хүүхэд")]
    public void What_is_typed_in_one_script_sounds_like_what_is_written_in_another(string typed, string written) =>
        Assert.Equal(Skeleton.Of(FoldedWords.Fold(typed)), Skeleton.Of(FoldedWords.Fold(written)));

    [Theory]
    [InlineData("déclaration", true)]
    [InlineData("паспорт", false)]
    [InlineData("ໃບ 2026", false)]
    public void Scripts_are_told_apart(string text, bool latin) => Assert.Equal(latin, Skeleton.IsLatin(FoldedWords.Fold(text)));
}
