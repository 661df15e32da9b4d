using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>A table of rows, filled in without a page.</summary>
public sealed class TableTests(EveryQuestion every) : IClassFixture<EveryQuestion>
{
    [Fact]
    public void Rows_are_read_as_a_list_and_each_works_out_its_own_columns()
    {
        var (filled, value) = every.Type("goods", Row(0, "Saw", "tool", "2", "100").And(Row(1, "Rice", "gift", "3", "12")));

        Assert.True(filled.IsComplete);
        Assert.Equal("""[{"what":"Saw","kind":"tool","pieces":2,"price":100,"worth":200},{"what":"Rice","kind":"gift","pieces":3,"price":12,"worth":36}]""", filled.Answer!.ToJsonString());
        Assert.Equal(2, Assert.IsType<List<object?>>(value).Count);
        Assert.Equal("236", $"{every.Values("goods", Row(0, "Saw", "tool", "2", "100").And(Row(1, "Rice", "gift", "3", "12")))["worth_of_all"]:0.##}");
    }

    [Fact]
    public void A_row_in_which_nothing_is_written_is_none_wherever_it_stands()
    {
        var (filled, _) = every.Type("goods", Row(0, "", "", "", "").And(Row(1, "Saw", "tool", "1", "5")).And(Row(2, "", "", "", "")));

        Assert.True(filled.IsComplete);
        Assert.Equal(3, filled.Items.Count);
        Assert.Equal("Saw", (string)Assert.Single(filled.Answer!.AsArray())!["what"]!);
    }

    [Fact]
    public void A_mistake_names_the_row_and_the_column()
    {
        var (filled, _) = every.Type("goods", Row(0, "Saw", "tool", "1", "5").And(Row(1, "", "gift", "many", "60")));

        Assert.Equal(
            [("goods_1_what", "Thing 2: Give an answer: What"), ("goods_1_pieces", "Thing 2, How many: Write a whole number, for example 12"), ("goods_1_price", "Thing 2, Price of one: A gift costs no more than 50")],
            QuestionView.Mistakes([filled], every.T));
    }

    [Fact]
    public void A_rule_of_the_whole_table_is_judged_when_its_rows_are_right()
    {
        Assert.Equal([("goods", "Together no more than 1,000")], Mistakes(Row(0, "Saw", "tool", "1", "600").And(Row(1, "Axe", "tool", "1", "600"))));
        Assert.Equal([("goods_1_pieces", "Thing 2: Give an answer: How many")], Mistakes(Row(0, "Saw", "tool", "1", "600").And(Row(1, "Axe", "tool", "", "600"))));
    }

    [Fact]
    public void More_rows_than_may_be_are_too_many() => Assert.Equal(
        [("goods", "What do you bring?: remove some, no more than 4 are possible")],
        Mistakes(Enumerable.Range(0, 5).Aggregate(Typed.Nothing, (all, n) => all.And(Row(n, "Saw", "tool", "1", "1")))));

    [Fact]
    public void It_can_be_typed_again_from_what_is_kept_and_is_shown_column_by_column()
    {
        var (first, _) = every.Type("goods", Row(0, "Saw", "tool", "2", "100"));
        var (again, _) = every.Type("goods", first.Asked.Question.ToTyped(first.Answer!));
        var shown = ShownAnswer.Of(first.Asked.Question, first.Answer, new(every.T, every.Pack, "en"));

        Assert.Equal(first.Answer!.ToJsonString(), again.Answer!.ToJsonString());
        Assert.Equal(["What", "Kind", "How many", "Price of one", "Since when", "Together"], shown.Table!.Columns);
        Assert.Equal(["Saw", "Tool", "2", "100 XTS", "", "200"], Assert.Single(shown.Table.Rows).Select(c => c.Replace('\u00A0', ' ')));
        Assert.Equal("Not answered", ShownAnswer.Of(first.Asked.Question, every.Type("goods", Row(0, "", "", "", "")).Question.Answer, new(every.T, every.Pack, "en")).Text);
    }

    private List<(string, string)> Mistakes(Typed typed) => [.. QuestionView.Mistakes([every.Type("goods", typed).Question], every.T)];

    private static Typed Row(int at, string what, string kind, string count, string price) =>
        Typed.Nothing.With("_", "").With("what", what).With("kind", kind).With("pieces", count).With("price", price).With("since.year", "").Under($"{at}");
}
