using System.Text.Json.Nodes;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class EditionTests
{
    private const string Service = PackOnDisk.Service + "\nstamps: [{id: red, label: Red stamp, by: clerk, template: paper, choices: colour}]";

    /// <summary>Shapes that were shipped stay readable and keep their ids: this file is never edited, a new shape adds a new one.</summary>
    [Fact]
    public void The_first_shape_keeps_its_content_and_id()
    {
        using var disk = Disk();
        var kept = File.ReadAllText(Path.Combine(TestFolder.RepositoryRoot, "tests/editions/format-1.json")).TrimEnd();

        Assert.Equal(kept, Edition(disk).Content);
        Assert.Equal("7ddde96223bd4b616c80160359a37e501216930fa5f5c2d2751a05f0fbb912e9", Edition(disk).Id);
    }

    public static TheoryData<string, string> Outside => new()
    {
        { "pack.yaml", PackYaml.Replace("brand: {name: Small}", "brand: {name: Small, radius: 9px, colours: {brand: \"#003300\"}}", StringComparison.Ordinal) },
        { "theme/site.css", "body {}" },
        { "calendar.yaml", "weekend: [friday]" },
        { "organizations.yaml", "- {id: home, name: Ministry of Home Affairs, phone: \"1\", offices: [{id: head, name: Head office, address: Moved}]}" },
        { "services/death.yaml", PackOnDisk.Service.Replace("id: birth", "id: death", StringComparison.Ordinal) },
        { "documents/other.hbs", "other" },
        { "services/birth.yaml", "# a note\n" + Service },
    };

    public static TheoryData<string, string> Inside => new()
    {
        { "services/birth.yaml", Service.Replace("Red stamp", "Red seal", StringComparison.Ordinal) },
        { "services/birth.yaml", Service + "\nrevision: 2" },
        { "services/birth.yaml", Service + "\ndeadline: 3 days" },
        { "locales/lo.po", "msgid \"Register a child.\"\nmsgstr \"y\"\n" },
        { "locales/lo.po", "msgctxt \"service/birth#stamps.red.label\"\nmsgid \"Red stamp\"\nmsgstr \"z\"\n" },
        { "documents/paper.hbs", "<p>new</p>" },
        { "choices.yaml", "colour: [{id: dark, label: Dark}, {id: light, label: Light}]" },
        { "choices.yaml", "colour: [{id: dark, label: Darker}]" },
    };

    [Theory, MemberData(nameof(Outside))]
    public void What_no_case_depends_on_leaves_the_edition_as_it_is(string path, string text)
    {
        using var disk = Disk();
        var before = Edition(disk).Id;

        Assert.Equal(before, Edition(disk.Write(path, text)).Id);
    }

    [Theory, MemberData(nameof(Inside))]
    public void What_a_case_depends_on_makes_another_edition(string path, string text)
    {
        using var disk = Disk();
        var before = Edition(disk).Id;

        Assert.NotEqual(before, Edition(disk.Write(path, text)).Id);
    }

    [Fact]
    public void Another_version_of_a_section_makes_another_edition()
    {
        using var disk = Disk();

        Assert.NotEqual(Edition(disk).Id, Edition(disk, version: 2).Id);
    }

    [Fact]
    public void Json_has_one_form()
    {
        var json = JsonNode.Parse("""{ "b": [1, true, null], "\u20ac": "\u20ac", "a": "\u0007\n\"\\/" }""");

        Assert.Equal("""{"a":"\u0007\n\"\\/","b":[1,true,null],"€":"€"}""", CanonicalJson.Write(json));
        Assert.Throws<ArgumentException>(() => CanonicalJson.Write(JsonValue.Create(0.5)));
    }

    private static string PackYaml => PackOnDisk.PackYaml.Replace("[en]", "[en, lo]", StringComparison.Ordinal);

    private static PackOnDisk Disk() => new PackOnDisk()
        .Write("pack.yaml", PackYaml)
        .Write("services/birth.yaml", Service)
        .Write("roles.yaml", "- {id: clerk, title: Clerk}")
        .Write("documents/paper.hbs", "<p>{{holder}}</p>")
        .Write("choices.yaml", "colour: [{id: dark, label: Dark}]")
        .Write("locales/lo.po", "msgctxt \"service/birth#title\"\nmsgid \"Birth registration\"\nmsgstr \"x\"\n");

    private static Edition Edition(PackOnDisk disk, int version = 1)
    {
        var pack = disk.Read(StampSection.Schema(version));
        return Core.Packs.Edition.Of(pack, pack.Services.Find("birth")!);
    }
}
