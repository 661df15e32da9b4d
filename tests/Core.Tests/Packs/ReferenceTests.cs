using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

/// <summary>What a pack names and modules declare.</summary>
public sealed class ReferenceTests
{
    private static readonly PackSchema Schema = new PackSchema().Module("cases").Module("payments", "cases").Permission("cases.view").Permission("cases.take");

    [Fact]
    public void A_permission_that_no_module_declares_is_a_mistake()
    {
        using var disk = new PackOnDisk();
        disk.Write("roles.yaml", "- {id: clerk, title: Clerk, permissions: [cases.veiw, cases.take, audit]}");

        Assert.Equal(
            [
                "roles.yaml:1: There is no permission 'cases.veiw': did you mean 'cases.view'?",
                "roles.yaml:1: There is no permission 'audit': use one of cases.take, cases.view.",
            ],
            disk.Mistakes(Schema));
    }

    [Fact]
    public void A_module_needs_the_modules_it_builds_on()
    {
        using var disk = new PackOnDisk();

        Assert.Equal(["pack.yaml:12: The module 'payments' needs 'cases': add it to 'modules', or take 'payments' out."], Modules("payments"));
        Assert.Equal(["pack.yaml:12: There is no module 'csaes': did you mean 'cases'?"], Modules("csaes, payments"));
        Assert.Empty(Modules("payments, cases"));

        IReadOnlyList<string> Modules(string listed) => disk.Write("pack.yaml", $"{PackOnDisk.PackYaml}\nmodules: [{listed}]").Mistakes(Schema);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_mistake_and_not_one_for_each_name_it_would_have_held()
    {
        using var disk = new PackOnDisk();
        disk.Write("organizations.yaml", "- {id: home, name: Ministry of Home Affairs");

        Assert.StartsWith("organizations.yaml:2: This is not valid YAML", disk.Mistakes().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_of_identity_numbers_is_read_with_the_pack()
    {
        using var disk = new PackOnDisk();
        PackOnDisk With(string check) => disk.Write("pack.yaml", $"{PackOnDisk.PackYaml}\nid-number: {{label: Number, pattern: \"[0-9]+\", check: '{check}'}}");

        Assert.Equal(
            ["pack.yaml:12: The expression 'string length(value)' is wrong at its column 14: Expected boolean, found number."],
            With("string length(value)").Mistakes());
        var rule = With("number(value) <= 50").Read().IdNumber!;
        Assert.Equal((true, false, false), (rule.Fits("50"), rule.Fits("51"), rule.Fits("x")));
    }

    [Fact]
    public void A_translation_keeps_the_places_for_values()
    {
        using var disk = new PackOnDisk();
        disk.Write("locales/lo.po", """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
            msgid "From {0} to {1}"
            msgstr "{1} - {2}"
            msgid "one day"
            msgid_plural "{0} days"
            msgstr[0] "a day"
            msgstr[1] "{0} days"
            msgid "Write {{0}}"
            msgstr "Write"
            """);

        Assert.Equal(
            [
                "locales/lo.po:3: The translation of 'From {0} to {1}' has lost {0}: write it where the value is to stand.",
                "locales/lo.po:3: The translation of 'From {0} to {1}' has {2}, for which there is no value: take it out, or correct its number.",
            ],
            disk.Mistakes());
    }
}
