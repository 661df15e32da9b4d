using Platform.Modules.Cases.References;

namespace Platform.Modules.Cases.Tests.References;

public sealed class CaseReferenceTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_reference_is_read_back_however_it_was_typed()
    {
        var reference = CaseReference.Create();

        Assert.Equal(reference, CaseReference.Parse(CaseReference.Show(reference)));
        Assert.Equal(reference, CaseReference.Parse($" {reference.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')} "));
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        var reference = CaseReference.Create();
        var wrong = Enumerable.Range(0, 10).SelectMany(i => Alphabet.Where(c => c != reference[i]).Select(c => reference[..i] + c + reference[(i + 1)..]));

        Assert.All(wrong, w => Assert.Null(CaseReference.Parse(w)));
    }

    [Fact]
    public void Every_swap_of_two_random_characters_is_noticed()
    {
        const string reference = "4T7K9QWDAB";
        var random = reference[..8];
        var right = Alphabet.SelectMany(a => Alphabet.Select(b => $"{random}{a}{b}")).Single(r => CaseReference.Parse(r) is not null);
        var swaps = Enumerable.Range(0, 8).SelectMany(i => Enumerable.Range(i + 1, 7 - i).Select(j => Swap(right, i, j)));

        Assert.All(swaps, s => Assert.Null(CaseReference.Parse(s)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4T7K")]
    [InlineData("ກຂຄງຈສຊຍດຕ")]
    [InlineData("4T7K-9QWD-2F-77")]
    public void What_cannot_be_a_reference_is_none(string? typed) => Assert.Null(CaseReference.Parse(typed));

    private static string Swap(string text, int i, int j)
    {
        var characters = text.ToCharArray();
        (characters[i], characters[j]) = (characters[j], characters[i]);
        return new string(characters);
    }
}
