using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue.Tests.Search;

public sealed class MisspellingTests
{
    [Theory]
    [InlineData("licence", "licence", 0)]
    [InlineData("lisence", "licence", 1)]
    [InlineData("licenc", "licence", 1)]
    [InlineData("licencee", "licence", 1)]
    [InlineData("lciense", "license", 1)]
    [InlineData("crimnal", "criminal", 1)]
    [InlineData("recidense", "residence", 2)]
    [InlineData("passport", "sport", 3)]
    public void Slips_are_counted_up_to_the_limit(string typed, string word, int slips) => Assert.Equal(slips, Misspelling.Count(typed, word, 2));

    [Fact]
    public void A_vocabulary_finds_every_word_that_is_near_and_none_that_is_not()
    {
        string[] words = ["residence", "resident", "president", "presence", "passport", "sport", "port", "report", "certificate", "certify"];
        var vocabulary = new Vocabulary(words);

        // Against comparing with each word, which the keys of the vocabulary spare.
        foreach (var typed in new[] { "recidence", "residents", "pasport", "certificat", "reprot", "prot", "xyzzyx", "sertifikate" })
        {
            var allowed = Misspelling.Allowed(typed.Length);
            var expected = words.Where(w => Misspelling.Count(typed, w, allowed) is > 0 and var slips && slips <= allowed && Math.Min(allowed, Misspelling.Allowed(w.Length)) >= slips);
            Assert.Equal(expected.Order(), vocabulary.Near(typed).Select(n => words[n.Id]).Order());
        }
    }

    [Fact]
    public void A_vocabulary_finds_words_by_their_beginning()
    {
        var vocabulary = new Vocabulary(["passport", "pass", "past", "port"]);

        Assert.Equal(["pass", "passport", "past"], vocabulary.BeginningWith("pas").Select(id => vocabulary.Words[id]));
        Assert.Equal(["passport"], vocabulary.BeginningWith("pass").Select(id => vocabulary.Words[id]));
        Assert.Empty(vocabulary.BeginningWith("q"));
    }
}
