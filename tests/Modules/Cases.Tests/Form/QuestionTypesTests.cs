using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>Every type of question: what is accepted, what is said of what is not, what rules read, what the person reads before sending.</summary>
public sealed class QuestionTypesTests(EveryQuestion every) : IClassFixture<EveryQuestion>
{
    [Theory]
    [InlineData("line", "Kham", "Kham")]
    [InlineData("line", "ຂ້ອຍຢູ່ບ້ານໂພນ", "ຂ້ອຍຢູ່ບ້ານໂພນ")]
    [InlineData("lines", "one\r\ntwo", "one\ntwo")]
    [InlineData("mail", "noy@example.org", "noy@example.org")]
    [InlineData("phone", "123 4567", "+9991234567")]
    [InlineData("number_of_id", "1234-5678", "12345678")]
    [InlineData("who.given=Noy who.family=Example", "", "Noy Example")]
    [InlineData("who.given=Noy", "", "Noy")]
    [InlineData("people", "12", "12")]
    [InlineData("people", "໑໒", "12")]
    [InlineData("weight", "62,5", "62.5 kg")]
    [InlineData("rent", "1 200.50", "1,200.50 XTS")]
    [InlineData("rent", "1,200.50", "1,200.50 XTS")]
    [InlineData("rent", "1.200,50", "1,200.50 XTS")]
    [InlineData("rent", "1.200", "1,200 XTS")]
    [InlineData("rent", "1,200", "1,200 XTS")]
    [InlineData("rent", "໑,໒໐໐", "1,200 XTS")]
    [InlineData("rent", "12.5", "12.50 XTS")]
    [InlineData("weight", "62.1250", "62.125 kg")]
    [InlineData("weight", "1,234,567.5", "1,234,567.5 kg")]
    [InlineData("weight", "12,34,567", "1,234,567 kg")]
    [InlineData("weight", "0.625", "0.625 kg")]
    [InlineData("phone", "໑໒໓ ໔໕໖໗", "+9991234567")]
    [InlineData("number_of_id", "໑໒໓໔ ໕໖໗໘", "12345678")]
    [InlineData("born", "1980-05-03", "May 3, 1980")]
    [InlineData("born.year=1980", "", "1980")]
    [InlineData("visit", "14:30", "2:30 PM")]
    [InlineData("visit", "1430", "2:30 PM")]
    [InlineData("visit", "໙.໑໕", "9:15 AM")]
    [InlineData("visit", "2:30 PM", "2:30 PM")]
    [InlineData("visit", "9", "9:00 AM")]
    [InlineData("tenure", "owned", "It is mine")]
    [InlineData("languages", "second", "Second")]
    [InlineData("urgent", "no", "No")]
    [InlineData("truthful", "yes", "Confirmed")]
    [InlineData("village.province=P1 village.village=V1", "", "Harbour, Northshore")]
    [InlineData("home.province=P1 home.village=V2 home.line=Third_house", "", "Third_house, Hillfoot, Northshore")]
    [InlineData("body", "office", "Office")]
    [InlineData("country", "BE", "Belgium")]
    public void A_good_answer_is_read_and_shown_to_be_checked(string fields, string value, string shown)
    {
        var (question, typed) = Parse(fields, value);

        var (filled, read) = every.Type(question, typed);

        Assert.Empty(filled.Mistakes);
        Assert.NotNull(read);
        Assert.Equal(shown, every.Show(filled).Replace('\u202F', ' ').Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("line", "12345678901", "Use 10 characters or fewer")]
    [InlineData("line", "", "Give an answer: A line")]
    [InlineData("mail", "noy@", "Write an e-mail address like name@example.com")]
    [InlineData("phone", "12", "Write a phone number like +999 123 4567")]
    [InlineData("number_of_id", "12", "Check this number; it looks like 00000000")]
    [InlineData("who.given= who.family=Example", "", "Write the name: Given name")]
    [InlineData("people", "many", "Write a whole number, for example 12")]
    [InlineData("people", "1.5", "Write a whole number, for example 12")]
    [InlineData("people", "1,000", "Write a number from 1 to 20")]
    [InlineData("weight", "62.125", "Write 62125 or 62.1250: what is written here can mean either")]
    [InlineData("weight", "62,125", "Write 62125 or 62.1250: what is written here can mean either")]
    [InlineData("weight", "1,234.567.8", "Write a number, for example 12.5")]
    [InlineData("people", "0", "Write a number from 1 to 20")]
    [InlineData("people", "21", "Write a number from 1 to 20")]
    [InlineData("weight", "0.4", "Write 0.5 or more")]
    [InlineData("rent", "0.005", "Write an amount in XTS")]
    [InlineData("rent", "5000.01", "Write 5,000 XTS or less")]
    [InlineData("born.year=80", "", "Write the year with four figures")]
    [InlineData("born.year=1980 born.month=13", "", "Write the month as a number from 1 to 12")]
    [InlineData("born.year=1980 born.month=March", "", "Write the month as a number from 1 to 12")]
    [InlineData("born.year=1980 born.month=2 born.day=30", "", "Write a day that this month has")]
    [InlineData("born.year=2090", "", "The date of birth must be in the past")]
    [InlineData("visit", "soon", "Write the time with hours and minutes, for example 14:30")]
    [InlineData("visit", "24:00", "Write the time with hours and minutes, for example 14:30")]
    [InlineData("visit", "12:60", "Write the time with hours and minutes, for example 14:30")]
    [InlineData("visit", "13 pm", "Write the time with hours and minutes, for example 14:30")]
    [InlineData("visit", "8:29", "Write a time from 8:30 AM to 4:00 PM")]
    [InlineData("visit", "16:01", "Write a time from 8:30 AM to 4:00 PM")]
    [InlineData("tenure", "borrowed", "Choose one of the answers")]
    [InlineData("languages", "fourth", "Choose from the answers")]
    [InlineData("urgent", "perhaps", "Choose yes or no")]
    [InlineData("truthful", "", "Confirm: All this is true")]
    [InlineData("village.province=P1", "", "Choose: Village")]
    [InlineData("home.province=P1 home.village=V1", "", "Write the house number, the street, or how to find it")]
    [InlineData("village.province=P1 village.village=V9", "", "Old Harbour is now part of Harbour: choose the place again")]
    [InlineData("body", "nobody", "Choose one of the organizations")]
    [InlineData("country", "ZZ", "Choose a country")]
    public void A_bad_answer_says_what_to_do_and_stays_as_it_was_typed(string fields, string value, string mistake)
    {
        var (question, typed) = Parse(fields, value);

        var (filled, _) = every.Type(question, typed);

        Assert.Equal([mistake], filled.Mistakes.Select(m => m.Text.Replace('\u202F', ' ').Replace('\u00A0', ' ')));
        Assert.All(typed.Fields, field => Assert.Equal(typed[field], filled.Typed[field]));
        Assert.NotEqual(mistake, every.Type(question, typed, "qps-ploc").Question.Mistakes[0].Text);
    }

    [Fact]
    public void More_answers_than_may_be_chosen_are_too_many()
    {
        var (filled, _) = every.Type("languages", Typed.Nothing.With("", "first", "second", "third"));

        Assert.Equal("Choose no more than 2 answers", filled.Mistakes.Single().Text);
    }

    [Fact]
    public void Rules_read_a_time_as_a_time_and_an_address_by_its_parts()
    {
        var (_, time) = every.Type("visit", Typed.Nothing.With("", "14:30"));
        var (_, home) = every.Type("home", Typed.Nothing.With("area", "V1").With("line", "Third house"));

        Assert.Equal(new NodaTime.LocalTime(14, 30), time);
        Assert.Equal("V1", Assert.IsType<IReadOnlyDictionary<string, object?>>(home, exactMatch: false)["area"]);
    }

    [Fact]
    public void A_date_that_is_worked_out_is_a_date_to_rules_and_to_readers()
    {
        var values = every.Values("rent", Typed.Nothing.With("", "100"));
        var (from, _) = every.Type("rent_from", Typed.Nothing);

        Assert.Equal(new NodaTime.LocalDate(2027, 3, 1), values["rent_from"]);
        Assert.Equal(true, values["later"]);
        Assert.Equal("March 1, 2027", every.Show(from));
    }

    [Fact]
    public void Places_that_are_gone_are_not_offered_and_stay_readable()
    {
        var question = Assert.IsType<AreaQuestion>(every.Type("village", Typed.Nothing).Question.Asked.Question);

        Assert.DoesNotContain("V9", question.Steps(Typed.Nothing.With("province", "P1"), every.Pack, new(2026, 3, 2)).Last().Choices.Select(a => a.Code));
        Assert.Contains("V9", question.Steps(Typed.Nothing.With("province", "P1"), every.Pack, new(2019, 12, 31)).Last().Choices.Select(a => a.Code));
        Assert.Equal("Old Harbour, Northshore", question.Show("V9", new(every.T, every.Pack, "en")));
    }

    [Fact]
    public void Every_answer_can_be_typed_again_from_what_is_kept()
    {
        foreach (var (question, typed) in new[] { Parse("visit", "14:30"), Parse("home.province=P1 home.village=V2 home.line=Third", ""), Parse("weight", "62,5"), Parse("weight", "62.1250"), Parse("born.year=1980", "") })
        {
            var (first, _) = every.Type(question, typed);
            var (again, _) = every.Type(question, first.Asked.Question.ToTyped(first.Answer!));

            Assert.Equal(first.Answer!.ToJsonString(), again.Answer!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("en", "Belgium")]
    [InlineData("lo", "ເບວຢຽມ")]
    [InlineData("fr", "Belgique")]
    public void A_country_is_named_in_the_readers_language(string language, string name)
    {
        var (filled, _) = every.Type("country", Typed.Nothing.With("", "BE"));

        Assert.Equal(name, every.Show(filled, language));
    }

    // "who.given=Noy who.family=Example", or one field named like the question.
    private static (string Question, Typed Typed) Parse(string fields, string value)
    {
        if (!fields.Contains('=', StringComparison.Ordinal))
        {
            return (fields, Typed.Nothing.With("", value));
        }

        var all = fields.Split(' ').Select(f => f.Split('=')).Aggregate(Typed.Nothing, (typed, field) => typed.With(field[0], field[1]));
        var question = fields.Split('.')[0];
        return (question, all.Below(question));
    }
}
