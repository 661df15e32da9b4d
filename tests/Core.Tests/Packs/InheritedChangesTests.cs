using System.Text;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class InheritedChangesTests
{
    private const string National = """
        id: card
        title: Library card
        summary: |
          Borrow books
          in any library.
        deadline: {within: 3 working days, example: true}
        channels: [online, counter]
        steps:
          - {id: ask, title: Ask}
          - {id: fetch, title: Fetch it}
        form:
          - page: reader
            questions:
              - {id: born, type: date, must: 'born <= today()'}
        """;

    [Theory]
    [InlineData("3 working", "5 working", "services/card.yaml#deadline.within: 3 working days -> 5 working days")]
    [InlineData("[online, counter]", "[counter]", "services/card.yaml#channels: online, counter -> counter")]
    [InlineData("title: Fetch it", "title: Fetch the card", "services/card.yaml#steps.fetch.title: Fetch it -> Fetch the card")]
    [InlineData("born <= today()", "born < today()", "services/card.yaml#form.reader.questions.born.must: born <= today() -> born < today()")]
    [InlineData("  - {id: fetch", "  - {id: pay, title: Pay}\n  - {id: fetch", "services/card.yaml#steps.pay:  -> title: Pay")]
    [InlineData("  - {id: fetch, title: Fetch it}\n", "", "services/card.yaml#steps.fetch: title: Fetch it -> ")]
    [InlineData("  - {id: ask, title: Ask}\n  - {id: fetch, title: Fetch it}", "  - {id: fetch, title: Fetch it}\n  - {id: ask, title: Ask}", "services/card.yaml#steps:order: ask, fetch -> fetch, ask")]
    public void A_change_in_what_a_variant_inherits_is_found(string was, string now, string expected) =>
        Assert.Equal([expected], Changes("title: Card of Hill", National.Replace(was, now, StringComparison.Ordinal)));

    [Theory]
    [InlineData("deadline: {within: 9 days}", "3 working", "5 working")]
    [InlineData("steps: [{id: fetch, title: Our own}]", "title: Fetch it", "title: Fetch the card")]
    [InlineData("steps: [{id: fetch, remove: true}]", "title: Fetch it", "title: Fetch the card")]
    [InlineData("form: [{page: reader, questions: [{id: born, type: text}]}]", "born <= today()", "born < today()")]
    [InlineData("form: {remove: true}", "born <= today()", "born < today()")]
    [InlineData("deadline: 4 days", "3 working", "5 working")]
    public void A_field_that_the_variant_says_itself_is_none(string local, string was, string now) =>
        Assert.Empty(Changes(local, National.Replace(was, now, StringComparison.Ordinal)));

    [Fact]
    public void What_is_beside_an_own_field_is_still_inherited() =>
        Assert.Equal(
            ["services/card.yaml#deadline.example: true -> "],
            Changes("deadline: {within: 9 days}", National.Replace("3 working days, example: true", "4 working days", StringComparison.Ordinal)));

    [Theory]
    [InlineData("summary: |\n  Borrow books\n  in any library.", "summary: Borrow books in   any library.")]
    [InlineData("{within: 3 working days, example: true}", "{example: \"true\", within: '3 working days'}   # as before")]
    [InlineData("title: Library card\n", "# the council's name\ntitle: Library card\nrevision: 2\n")]
    [InlineData("must: 'born <= today()'", "must: 'born  <=  today()'")]
    public void Spaces_comments_the_order_of_keys_and_the_counter_of_corrections_mean_nothing(string was, string now) =>
        Assert.Empty(Changes("title: Card of Hill", National.ReplaceLineEndings("\n").Replace(was, now, StringComparison.Ordinal)));

    [Fact]
    public void What_an_expression_has_between_quotes_means_something() => Assert.False(Meaning.IsSame(Word("x = \"a  b\""), Word("x = \"a b\"")));

    [Fact]
    public void A_kept_field_is_written_into_the_file_of_the_variant()
    {
        var (before, after) = (Files(National, "title: Card of Hill   # since May\n"), Files(National.Replace("3 working", "5 working", StringComparison.Ordinal), "title: Card of Hill   # since May\n"));

        Assert.Equal(
            "title: Card of Hill   # since May\ndeadline: {within: 3 working days}\n",
            LocalVariantFile.Keeping(Variant(), before, after, ["services/card.yaml#deadline.within"]));
        Assert.Equal(
            "variant-of: card\narea: \"06\"\ndeadline: {within: 3 working days}\n",
            LocalVariantFile.Keeping(Variant(), before, Files(National.Replace("3 working", "5 working", StringComparison.Ordinal), null), ["services/card.yaml#deadline.within"]));
    }

    private static IEnumerable<string> Changes(string local, string national) =>
        new InheritedChanges(Files(National, local), Files(national, local)).Of(Variant()).Select(c => $"{c.Field}: {c.Before} -> {c.After}");

    private static ServiceDefinition Variant() => new()
    {
        Id = "card",
        Area = "06",
        Organization = "home",
        Title = default,
        Summary = default,
        Audience = [Audience.Citizen],
        Channels = [Channel.Counter],
        ValidFrom = new(2026, 1, 1),
        Definition = new PackMap([], default),
    };

    private static PackOverlay Files(string national, string? local) => new(
        "x", null,
        new Dictionary<string, byte[]?>
        {
            ["pack.yaml"] = "name: x\nversion: 1.0.0"u8.ToArray(),
            ["services/card.yaml"] = Encoding.UTF8.GetBytes(national),
            ["services/local/06/card.yaml"] = local is null ? null : Encoding.UTF8.GetBytes(local),
        },
        []);

    private static PackScalar Word(string text) => new(text, default);
}
