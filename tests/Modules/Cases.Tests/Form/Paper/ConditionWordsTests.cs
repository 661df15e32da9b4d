using System.Globalization;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form.Paper;

namespace Platform.Modules.Cases.Tests.Form.Paper;

public sealed class ConditionWordsTests(EveryQuestion every) : IClassFixture<EveryQuestion>
{
    [Theory]
    [InlineData("tenure = \"rented\"", "How do you live there? is “I rent it”")]
    [InlineData("tenure != \"rented\"", "How do you live there? is not “I rent it”")]
    [InlineData("tenure in [\"owned\", \"rented\"]", "How do you live there? is “It is mine” or How do you live there? is “I rent it”")]
    [InlineData("urgent", "Is it urgent? is “Yes”")]
    [InlineData("urgent = false", "Is it urgent? is “No”")]
    [InlineData("not(urgent)", "Is it urgent? is “No”")]
    [InlineData("people = 2", "How many people? is “2”")]
    [InlineData("list contains(languages, \"second\")", "Languages is “Second”")]
    [InlineData("urgent and tenure = \"rented\"", "Is it urgent? is “Yes” and How do you live there? is “I rent it”")]
    [InlineData("(urgent or tenure = \"rented\")", "Is it urgent? is “Yes” or How do you live there? is “I rent it”")]
    [InlineData("count(others) > 0 and line != \"a and b\"", "Who lives with you? is needed")]
    public void A_simple_condition_is_said_in_the_words_of_the_form(string condition, string words)
    {
        var said = Words(condition);

        Assert.Equal(words.Replace("Who lives with you? is needed", "what you wrote under “Who lives with you?” makes it necessary and A line is not “a and b”", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("people > 2 or urgent", "what you wrote under “How many people?” makes it necessary or Is it urgent? is “Yes”")]
    [InlineData("born <= today() - duration(\"P18Y\")", "what you wrote under “When were you born?” makes it necessary")]
    public void Another_one_names_the_questions_it_looks_at(string condition, string words) => Assert.Equal(words, Words(condition));

    [Theory]
    [InlineData("case.named")]
    [InlineData("today() > date(\"2026-01-01\")")]
    public void What_the_writer_cannot_judge_is_not_said(string condition) => Assert.Null(Words(condition));

    private string? Words(string condition)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var questions = every.Form.Questions.Concat(every.Form.Questions.SelectMany(q => q.Items)).ToDictionary(q => q.Id, q => q.Question);
        return new ConditionWords(every.T, questions).Of(new PackScalar(condition, default!));
    }
}
