using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Core.Tests.Packs;

/// <summary>Which identity providers a pack lets people sign in with, and what their answers say.</summary>
public sealed class SignInProviderTests
{
    private const string Number = """
        id-number: {label: Number, pattern: "[0-9]{10}", birth-date: "date(number(substring(value, 1, 4)), number(substring(value, 5, 2)), number(substring(value, 7, 2)))"}
        """;

    private static readonly PackSchema Schema = new PackSchema().Connector("gate").Connector("other");

    [Fact]
    public void What_the_answers_say_becomes_what_is_known_and_the_rest_stays()
    {
        using var disk = new PackOnDisk();
        var pack = With(disk, """
            person:
              id-number: card.no
              names: {given: card.first, family: home.family}
              area: if home.code != null then home.code else "01" + card.code
              address: home.line
            """).Read(Schema);
        var rule = pack.SignInProviders.Find("gate")!.Person;
        var answers = new Dictionary<string, object?> { ["card"] = new Dictionary<string, object?> { ["no"] = "1994051799", ["first"] = " Noy ", ["code"] = "01" } };
        var before = new PersonDetails { Phone = "1", Sex = "female", Name = new Dictionary<string, string> { ["family"] = "Old" } };

        var told = rule.Tell(before, rule.NumberIn(answers, pack)!, answers, pack);

        Assert.Equal(("1994051799", "1994-05-17", "1", "female"), (told.VerifiedId, told.BirthDate?.ToString(), told.Phone, told.Sex));
        Assert.Equal([KeyValuePair.Create("given", "Noy")], told.Name);
        Assert.Equal(new PersonAddress("0101", null), told.Address);
        answers["card"] = new Dictionary<string, object?> { ["no"] = "12", ["code"] = "99" };
        Assert.Null(rule.NumberIn(answers, pack));
        Assert.Null(rule.Tell(before, "1994051799", answers, pack).Address);
    }

    [Fact]
    public void A_connector_is_on_only_where_it_is_listed()
    {
        using var disk = new PackOnDisk();

        Assert.Equal((true, false, true), Has(With(disk, "person: {id-number: card.no}").Read(Schema)));
        Assert.Equal((true, false, false), Has(With(disk, "person: {id-number: card.no}", "modules: []").Read(Schema)));

        static (bool, bool, bool) Has(Pack pack) => (pack.Has("gate"), pack.Has("other"), pack.Has("cases"));
    }

    [Fact]
    public void Every_mistake_is_told_with_its_line()
    {
        using var disk = new PackOnDisk();
        disk.Write("pack.yaml", $"{PackOnDisk.PackYaml}\nconnectors: [gaet]\nsign-in:\n  - {{id: gate, title: Gate, assurance: low, asks: [], person: {{names: {{clan: card.x}}, id-number: 5}}}}");

        Assert.Equal(
            [
                "pack.yaml:12: There is no connector 'gaet': did you mean 'gate'?",
                "pack.yaml:14: Somebody who signs in with 'gate' is known by the identity number: say with 'id-number' how it looks here.",
                "pack.yaml:14: Nothing speaks with 'gate': add it to 'connectors', or name one of those.",
                "pack.yaml:14: 'assurance' must be substantial or high: a provider that is less sure cannot say whose identity number it is.",
                "pack.yaml:14: The expression '5' is wrong at its column 1: Expected string, found number.",
                "pack.yaml:14: The key 'clan' is not known here: use one of family, given.",
                "pack.yaml:14: 'asks' is missing: list at least one thing that the provider is asked.",
            ],
            disk.Mistakes(Schema));
    }

    private static PackOnDisk With(PackOnDisk disk, string person, string more = "") => disk.Write("pack.yaml", $$"""
        {{PackOnDisk.PackYaml}}
        {{Number}}
        {{more}}
        connectors: [gate]
        sign-in:
          - id: gate
            title: Gate
            assurance: high
            asks: [{id: card, title: Card, call: card}, {id: home, title: Home, call: home, optional: true}]
            {{person.Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """);
}
