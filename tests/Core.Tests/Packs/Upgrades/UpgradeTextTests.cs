using System.Text;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

/// <summary>What a person's own file looks like after an upgrade, to the last comment.</summary>
public sealed class UpgradeTextTests
{
    private const string Old = """
        id: card
        title: Library card
        deadline: 3 working days
        steps:
          - {id: ask, title: Ask}
          - {id: wait, title: Wait}
          - {id: fetch, title: Fetch it}
        audience: [citizen]

        """;

    [Fact]
    public void A_copy_takes_what_changed_and_keeps_its_comments_order_and_line_ends()
    {
        const string own = """
            # ours since 2025
            title: 'Card of the library'   # decided by the council
            id: card
            deadline: 3 working days   # promised on the door

            steps:
              # the first one
              - {id: ask, title: Ask}
              - id: wait
                title: "Wait"   # two days, mostly
              - {id: fetch, title: Fetch it}
            audience: [citizen]   # all of them

            """;
        var @new = Old.Replace("3 working", "5 working", StringComparison.Ordinal).Replace("title: Wait}", "title: Wait here}", StringComparison.Ordinal)
            .Replace("  - {id: fetch", "  - {id: pay, title: Pay}\n  - {id: fetch", StringComparison.Ordinal) + "fees: [{id: card, amount: 500}]\n";

        Assert.Equal(
            own.Replace("3 working", "5 working", StringComparison.Ordinal).Replace("\"Wait\"", "\"Wait here\"", StringComparison.Ordinal)
                .Replace("  - {id: fetch", "  - {id: pay, title: Pay}\n  - {id: fetch", StringComparison.Ordinal) + "fees:\n  - {id: card, amount: 500}\n",
            Upgraded(own, @new, layered: false));
        Assert.Equal(
            own.Replace("3 working", "5 working", StringComparison.Ordinal).ReplaceLineEndings("\r\n"),
            Upgraded(own.ReplaceLineEndings("\r\n"), Old.Replace("3 working", "5 working", StringComparison.Ordinal), layered: false));
    }

    [Fact]
    public void A_copy_takes_a_new_order_of_pages_questions_and_options_with_the_comments_above_them()
    {
        const string old = "# The form\nform:\n  - page: who\n    questions:\n      - {id: name, type: name}\n      - id: kind\n        options: [{id: a, label: A}, {id: b, label: B}]\n  - page: where\n";
        const string @new = "# The form\nform:\n  - page: where\n  - page: who\n    questions:\n      - id: kind\n        options: [{id: b, label: B}, {id: a, label: A}]\n      - {id: name, type: name}\n";
        const string own = """
            # Ours
            form:
              # the person
              - page: who
                questions:
                  - {id: name, type: name}   # as in the passport

                  # decided in May
                  - id: kind
                    options: [{id: a, label: "A"}, {id: b, label: B}]   # both
              - page: where
            """;

        Assert.Equal(
            """
            # Ours
            form:
              - page: where
              # the person
              - page: who
                questions:
                  # decided in May
                  - id: kind
                    options: [{id: b, label: B}, {id: a, label: "A"}]   # both
                  - {id: name, type: name}   # as in the passport


            """,
            Upgraded(own, @new, layered: false, old, "services/card.yaml"));
        Assert.Equal(own, Upgraded(own, @new, layered: false, old, "services/card.yaml", ("services/card.yaml#form.(order)", FieldChoice.Ours), ("services/card.yaml#form.who.questions.(order)", FieldChoice.Ours), ("services/card.yaml#form.who.questions.kind.options.(order)", FieldChoice.Ours)));
    }

    [Fact]
    public void What_was_overridden_and_is_gone_below_is_written_whole_where_it_is_kept()
    {
        const string own = "steps:\n  - {id: wait, title: Sit down}   # chairs came in May\n";
        var @new = Old.Replace("  - {id: wait, title: Wait}\n", "", StringComparison.Ordinal);

        Assert.Equal("steps:\n  - {id: wait, title: Sit down}   # chairs came in May\n", Upgraded(own, @new, layered: true));
        Assert.Null(Upgraded(own, @new, layered: true, ("services/card.yaml#steps.wait", FieldChoice.Theirs)));
    }

    [Fact]
    public void A_removal_that_the_base_made_as_well_goes_with_the_line_that_asked_for_it()
    {
        const string own = "title: Card   # short\nsteps:\n  - {id: wait, remove: true}\n  # and no fetching\n  - {id: fetch, remove: true}\n";

        Assert.Equal(
            "title: Card   # short\nsteps:\n  # and no fetching\n  - {id: fetch, remove: true}\n",
            Upgraded(own, Old.Replace("  - {id: wait, title: Wait}\n", "", StringComparison.Ordinal), layered: true));
    }

    [Theory]
    [InlineData("5 working days", "deadline: 5 working days   # why\n")]
    [InlineData("{within: 5 days, example: true}", "deadline: {within: 5 days, example: true}   # why\n")]
    [InlineData("\"two\\nlines\"", "deadline: |-  # why\n  two\n  lines\n")]
    public void A_value_of_ones_own_stands_where_the_old_one_stood(string value, string written) =>
        Assert.Equal(written, Upgraded("deadline: 9 working days   # why\n", Old.Replace("3 working", "4 working", StringComparison.Ordinal), layered: true,
            ("services/card.yaml#deadline", FieldChoice.Value(FieldWords.Read(value, out _)!))));

    [Fact]
    public void A_table_keeps_its_quotes_and_gets_the_columns_it_lacks()
    {
        const string old = "code,parent,level,name_en\n01,,province,North\n02,,province,South\n";
        const string own = "code,parent,level,name_en\n01,,\"province\",\"The, North\"\n02,,province,South\n";
        const string @new = "code,parent,level,name_en,iso_3166_2\n01,,province,North,XX-1\n02,,region,South,\n03,,region,\"East, far\",XX-3\n";

        Assert.Equal(
            "code,parent,level,name_en,iso_3166_2\n01,,\"province\",\"The, North\",XX-1\n02,,region,South,\n03,,region,\"East, far\",XX-3\n",
            Upgraded(own, @new, layered: false, old, "areas.csv"));
    }

    [Fact]
    public void Translations_keep_the_translators_comments()
    {
        const string old = "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"1\"\n\nmsgid \"Two\"\nmsgstr \"2\"\n";
        const string own = "# by Noy\n#: services/x.yaml:1\nmsgctxt \"a\"\nmsgid \"One\"\nmsgstr \"1\"\n\n# leave it\nmsgid \"Two\"\nmsgstr \"two\"\n";
        const string @new = "#, fuzzy\nmsgctxt \"a\"\nmsgid \"One\"\nmsgstr \"\"\n\"first\\n\"\n\"second\"\n\nmsgid \"Two\"\nmsgstr \"2\"\n\nmsgid \"Three\"\nmsgstr \"3\"\n";

        Assert.Equal(
            "# by Noy\n#: services/x.yaml:1\n#, fuzzy\nmsgctxt \"a\"\nmsgid \"One\"\nmsgstr \"\"\n\"first\\n\"\n\"second\"\n\n# leave it\nmsgid \"Two\"\nmsgstr \"two\"\n\nmsgid \"Three\"\nmsgstr \"3\"\n",
            Upgraded(own, @new, layered: false, old, "locales/lo.po"));
    }

    private static string? Upgraded(string own, string @new, bool layered, params (string Field, FieldChoice Choice)[] choices) => Upgraded(own, @new, layered, Old, "services/card.yaml", choices);

    private static string? Upgraded(string own, string @new, bool layered, string old, string path, params (string Field, FieldChoice Choice)[] choices)
    {
        var before = Files("base", old, path, "");
        var pack = Files("own", own, path, layered ? "extends: base" : "", before);
        var upgrade = new PackUpgrade(pack, Files("base", @new, path, ""), before);
        var result = upgrade.With(upgrade.Changes.Where(c => choices.Any(d => d.Field == c.Path.ToString())).ToDictionary(c => c.Path, c => choices.First(d => d.Field == c.Path.ToString()).Choice));

        Assert.Empty(result.Problems.Select(p => p.ToString()));
        return result.Files.Has(path) ? Encoding.UTF8.GetString(result.Files.Read(path)) : null;
    }

    private static PackOverlay Files(string name, string text, string path, string extends, params IPackFiles[] beside) => new(
        name, null, new Dictionary<string, byte[]?> { ["pack.yaml"] = Encoding.UTF8.GetBytes($"name: {name}\nversion: 1.0.0\n{extends}"), [path] = Encoding.UTF8.GetBytes(text) }, beside);
}
