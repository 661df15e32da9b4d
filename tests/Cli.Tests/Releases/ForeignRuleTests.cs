using Platform.Cli.Releases.Screening;

namespace Platform.Cli.Tests.Releases;

/// <summary>The form of a stranger's identity numbers, looked for in any text.</summary>
public sealed class ForeignRuleTests
{
    private const string Registers = "[А-ЯЁӨҮ]{2}[0-9]{8}";

    [Theory]
    [InlineData("УБ90112233", "УБ90112233")]
    [InlineData("УБ90112233 РД90112234", "УБ90112233 РД90112234")]
    [InlineData("«УБ90112233»,РД90112234,АА00210100", "УБ90112233 РД90112234 АА00210100")]
    [InlineData("хУБ90112233 УБ901122334 УБ9011223", "")]
    public void Whole_words_are_found_and_each_of_several(string text, string found) => Assert.Equal(found, string.Join(' ', new ForeignRule(Registers).In(text)));

    [Theory]
    [InlineData("^AB-[0-9]{3}$", "AB-123")]
    [InlineData(@"\+976[0-9]{3}", "+976123")]
    [InlineData("A|AB[0-9]", "AB1")]
    [InlineData(@"US\$", "US$")]
    public void A_pack_may_write_its_form_as_it_likes(string pattern, string text) => Assert.Equal([text], new ForeignRule(pattern).In($"({text})"));

    // One after another in each way that is known to take for ever in an engine that goes back: by the number of ways to share out the letters.
    [Theory]
    [InlineData("(А+)+Б")]
    [InlineData("(А|АА)+Б")]
    [InlineData("(А*)*Б")]
    [InlineData("(.*А){20}Б")]
    public async Task No_form_takes_longer_than_its_text_is_long(string pattern)
    {
        var text = new string('А', 4000);

        var found = await Task.Run(() => new ForeignRule(pattern).In($"{text} {text}Б").ToList(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Single(found);
    }
}
