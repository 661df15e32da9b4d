using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class LayerTests
{
    [Theory]
    [InlineData("a: 1\nb: 2", "b: 3\nc: 4", "a: 1, b: 3, c: 4")]
    [InlineData("a: [x, y]", "a: [z]", "a: [z]")]
    [InlineData("a: {b: 1, c: 2}", "a: {c: 3}", "a: {b: 1, c: 3}")]
    [InlineData("a: [{id: x, v: 1}, {id: y, v: 2}]", "a: [{id: x, v: 3}]", "a: [{id: x, v: 3}, {id: y, v: 2}]")]
    [InlineData("a: [{id: x}, {id: y}]", "a: [{id: z}]", "a: [{id: x}, {id: y}, {id: z}]")]
    [InlineData("a: [{id: x}, {id: y}]", "a: [{id: z, after: x}]", "a: [{id: x}, {id: z}, {id: y}]")]
    [InlineData("a: [{id: x}, {id: y}]", "a: [{id: x, after: y}]", "a: [{id: y}, {id: x}]")]
    [InlineData("a: [{id: x}, {id: y}]", "a: [{id: x, remove: true}]", "a: [{id: y}]")]
    [InlineData("a: {b: {c: 1}, d: 2}", "a: {b: {remove: true}}", "a: {d: 2}")]
    [InlineData("a: [{id: x, type: text, max: 9}]", "a: [{id: x, type: date}]", "a: [{id: x, type: date}]")]
    [InlineData("a: [{id: x, type: text, max: 9}]", "a: [{id: x, type: text}]", "a: [{id: x, type: text, max: 9}]")]
    [InlineData("a: [{page: p, questions: [{id: x}]}]", "a: [{page: p, questions: [{id: y}]}]", "a: [{page: p, questions: [{id: x}, {id: y}]}]")]
    [InlineData("a: [{v: 1}, {v: 2}]", "a: [{v: 3}]", "a: [{v: 3}]")]
    [InlineData("a: 3 days", "a: {within: 2 days}", "a: {within: 2 days}")]
    public void An_upper_layer_is_put_on_a_lower_one(string below, string above, string merged)
    {
        var problems = new PackProblems();
        var result = new LayerMerge(problems).Merge(Yaml("base", below), Yaml("top", above));

        Assert.Equal($"{{{merged}}}", Show(result!));
        Assert.True(problems.None);
    }

    [Theory]
    [InlineData("a: [{id: x}]", "a: [{id: z, after: y}]", "'after: y' names no item of this list: use one of x.")]
    [InlineData("a: [{id: x}]", "a: [{id: z, remove: true}]", "There is nothing below to remove: take this entry out, or correct its name.")]
    public void What_has_nothing_below_is_a_mistake(string below, string above, string message)
    {
        var problems = new PackProblems();
        new LayerMerge(problems).Merge(Yaml("base", below), Yaml("top", above));

        Assert.Equal(message, problems.Errors.Single().Message.ToString());
    }

    [Fact]
    public void Every_value_remembers_its_layer_file_and_line()
    {
        var merged = (PackMap)new LayerMerge(new()).Merge(Yaml("base", "a: 1\nb: 2"), Yaml("top", "\n\nb: 3"))!;

        Assert.Equal(new PackSource("base", "x.yaml", 1), merged["a"]!.Source);
        Assert.Equal(new PackSource("top", "x.yaml", 3), merged["b"]!.Source);
    }

    [Fact]
    public void A_removed_service_is_gone_and_another_keeps_what_is_not_overridden()
    {
        using var disk = new PackOnDisk();
        disk.Below("services/old.yaml", PackOnDisk.Service.Replace("id: birth", "id: old", StringComparison.Ordinal));
        disk.Below("services/death.yaml", PackOnDisk.Service.Replace("id: birth", "id: death", StringComparison.Ordinal));
        disk.Write("services/old.yaml", "remove: true").Write("services/death.yaml", "title: Death");
        var services = disk.Read().Services;

        Assert.Equal(["birth", "death"], services.All.Select(s => s.Id));
        Assert.Equal(("Death", "Register a child."), (services.Find("death")!.Title.Source, services.Find("death")!.Summary.Source));
    }

    [Fact]
    public void Only_the_topmost_demonstration_counts()
    {
        using var disk = new PackOnDisk();
        disk.Below("demo.yaml", "people: [{id: alma, account: alma}]");
        Assert.Equal("{people: [{id: alma, account: alma}]}", Show(disk.Read().Demo!));

        disk.Write("demo.yaml", "people: [{id: noy}]");
        Assert.Equal("{people: [{id: noy}]}", Show(disk.Read().Demo!));
    }

    [Fact]
    public void Rows_of_areas_merge_by_code()
    {
        using var disk = new PackOnDisk();
        disk.Below("areas.csv", "code,parent,level,name_en,name_lo\n01,,province,Old,x\n03,,province,Gone,\n");
        disk.Write("areas.csv", "code,parent,level,name_en,name_lo,remove\n01,,province,North,,\n03,,,,,true\n");
        var areas = disk.Read().Areas;

        Assert.Equal(("North", "x"), (areas.Find("01")!.Name("en"), areas.Find("01")!.Name("lo")));
        Assert.Single(areas.All);
    }

    [Fact]
    public void Templates_replace_whole_and_translations_add_up()
    {
        using var disk = new PackOnDisk();
        disk.Below("documents/a.hbs", "below").Below("locales/lo.po", Po("Birth registration", "one") + Po("Register a child.", "kept"));
        disk.Write("documents/a.hbs", "above").Write("locales/lo.po", Po("Birth registration", "two"));
        var (pack, birth) = (disk.Read(), disk.Read().Services.Find("birth")!);

        Assert.Equal("above", pack.Templates["documents/a"].Text);
        Assert.Equal(("two", "kept"), (pack.Texts.Get("lo", birth.Title).Value, pack.Texts.Get("lo", birth.Summary).Value));
    }

    [Fact]
    public void A_pack_that_extends_itself_or_nothing_is_a_mistake()
    {
        using var disk = new PackOnDisk();

        disk.Write("pack.yaml", PackOnDisk.PackYaml + "\nextends: small");
        Assert.Contains("pack.yaml:12: The pack 'small' extends itself: take 'extends' out of one of the two.", disk.Mistakes());
        disk.Write("pack.yaml", PackOnDisk.PackYaml + "\nextends: nowhere");
        Assert.Contains("pack.yaml:12: There is no pack 'nowhere' beside this one: put its folder there, or correct the name.", disk.Mistakes());
    }

    [Fact]
    public void A_tower_of_packs_is_a_mistake_where_it_becomes_too_high()
    {
        using var disk = new PackOnDisk();
        disk.Write("pack.yaml", PackOnDisk.PackYaml + "\nextends: p1");
        for (var i = 1; i <= 1000; i++)
        {
            disk.Write("pack.yaml", $"name: p{i}\nextends: p{i + 1}\n", $"p{i}");
        }

        var read = disk.Load();

        Assert.Equal(12, read.Layers.Count);
        Assert.Contains(read.Problems, p => p.ToString() == "pack.yaml:2: More than 12 packs stand one on another: join some of them, and take 'extends' out of the lowest.");
    }

    private static string Po(string id, string wording) => $"msgid \"{id}\"\nmsgstr \"{wording}\"\n\n";

    private static PackNode Yaml(string layer, string text) => YamlFile.Parse(layer, "x.yaml", text, new())!;

    private static string Show(PackNode node) => node switch
    {
        PackMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{e.Key}: {Show(e.Value)}"))}}}",
        PackList list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        PackScalar scalar => scalar.Value,
        _ => "",
    };
}
