using System.Globalization;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

public sealed class SearchTokensTests : IDisposable
{
    private readonly TestFolder temporary = new();
    private readonly KeyFolder folder;

    public SearchTokensTests()
    {
        folder = new KeyFolder(temporary["instance.key"]);
        folder.Init();
    }

    private SearchTokens Tokens => new(new InstanceKeys(folder));

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("AB 12", " ab  12 ")]
    [InlineData("ＡＢ１２", "ab12")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("ໜູ", "ຫນູ")]
    public void Spellings_a_person_takes_for_the_same_have_one_token(string one, string other) =>
        Assert.Equal(Tokens.Exact("person.id", one), Tokens.Exact("person.id", other));

    [Theory]
    [InlineData("AB12", "AB13")]
    [InlineData("ກ", "ກ່")]
    public void Other_values_have_other_tokens(string one, string other) =>
        Assert.NotEqual(Tokens.Exact("person.id", one), Tokens.Exact("person.id", other));

    [Fact]
    public void Fields_and_kinds_do_not_mix()
    {
        Assert.NotEqual(Tokens.Exact("person.id", "1"), Tokens.Exact("company.id", "1"));
        Assert.NotEqual(Tokens.Exact("person.name", "ana"), Tokens.Name("person.name", "ana").Single());
    }

    [Fact]
    public void A_name_is_found_by_any_of_its_parts_in_any_order()
    {
        var stored = Tokens.Name("person.name", "Jean-Luc  O’Neill Ana");

        Assert.Equal(4, stored.Count);
        Assert.Subset(stored.ToHashSet(), Tokens.Name("person.name", "oneill JEAN").ToHashSet());
        Assert.Equal(2, Tokens.Name("person.name", "ສົມພອນ ແກ້ວມະນີ").Count);
        Assert.Empty(Tokens.Name("person.name", " - ' "));
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("th")]
    public void A_token_is_the_same_in_every_culture(string culture)
    {
        var expected = Tokens.Exact("f", "TITLE I");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Tokens.Exact("f", "title i"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_stored_before_a_rotation_is_still_found()
    {
        var before = Tokens.Exact("f", "1");
        folder.Rotate();

        Assert.NotEqual(before, Tokens.Exact("f", "1"));
        Assert.Contains(before, Tokens.FindExact("f", "1"));
        Assert.All(Tokens.FindName("f", "a b"), part => Assert.Equal(2, part.Count));
    }

    [Fact]
    public void A_token_is_22_letters_and_another_instance_has_others()
    {
        var elsewhere = new KeyFolder(temporary["elsewhere/instance.key"]);
        elsewhere.Init();

        Assert.Equal(22, Tokens.Exact("f", "1").Length);
        Assert.NotEqual(Tokens.Exact("f", "1"), new SearchTokens(new InstanceKeys(elsewhere)).Exact("f", "1"));
    }
}
