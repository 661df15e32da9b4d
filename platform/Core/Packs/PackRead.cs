namespace Platform.Core.Packs;

/// <summary>One reading of a pack from its layers, in the order in which the parts need each other.</summary>
internal sealed class PackRead(PackLayers layers, PackSchema schema, PackReading reading)
{
    private readonly PackReferences known = new(layers, schema, reading.Problems);
    private readonly PackContent content = new(layers, reading.Problems);

    public Pack? Read()
    {
        PackFileNames.Check(layers, reading.Problems);
        if (layers.Yaml("pack.yaml") is not { } node || NodeReader.Read(node, "pack#", reading, r => PackYaml.Read(r, known, layers.Layers[^1].Name)) is not { } pack)
        {
            return null;
        }
        known.Areas = AreasFile.Read(layers, pack.AreaLevels, reading.Problems);
        pack = WithFiles(WithCountry(pack));
        pack = pack with { Services = new ServicesFolder(layers, known, reading).Read(new(reading, known, schema, pack)) };
        return WithTexts(pack with { Sentences = [.. reading.Sentences], TemplateSentences = [.. pack.Templates.SelectMany(PackContent.Sentences)] });
    }

    private Pack WithTexts(Pack pack)
    {
        var texts = new PackTextsReader(reading.Problems);
        pack = pack with { Texts = texts.Read(pack) };
        PackFormats.Check(pack, (layers.Yaml("pack.yaml") as PackMap)?["languages"]?.Source ?? new(pack.Name, "pack.yaml", 0), reading.Problems);
        texts.ReportMissing(pack);
        return pack with { Recordings = new RecordingsReader(pack, schema, reading.Problems).Read() };
    }

    private Pack WithCountry(Pack pack) => pack with
    {
        Areas = known.Areas,
        Organizations = new(Things("organizations.yaml", "organization", r => Organization.Read(r, known)), o => o.Id),
        LifeEvents = new(Things("life-events.yaml", "life-event", LifeEvent.Read), e => e.Id),
        Roles = new(Things("roles.yaml", "role", r => Role.Read(r, known)), r => r.Id),
        Choices = new(ChoiceLists(), c => c.Id),
        Calendar = layers.Yaml("calendar.yaml") is { } node ? NodeReader.Read(node, "calendar#", reading, WorkingCalendar.Read) ?? WorkingCalendar.Plain : WorkingCalendar.Plain,
        Demo = layers.Topmost("demo.yaml"),
        Synonyms = SynonymsFile.Read(layers.Yaml("synonyms.yaml"), reading.Problems),
    };

    private Pack WithFiles(Pack pack) => pack with
    {
        Templates = content.Templates(),
        Assets = content.Assets(),
        Locales = content.Locales(),
        Formats = content.Formats(),
        Pages = content.Pages(pack),
    };

    // Every thing of such a file is its own document to translators: organization/moha#name.
    private IReadOnlyList<T> Things<T>(string path, string kind, Func<NodeReader, T> read) where T : class =>
        layers.Yaml(path) is { } node ? NodeReader.ReadList(node, reading, (item, place) => TextAddress.Item($"{kind}/", item, place) + "#", read) : [];

    private List<ChoiceList> ChoiceLists()
    {
        if (layers.Yaml("choices.yaml") is not { } node)
        {
            return [];
        }
        return NodeReader.Read(node, "choices#", reading, r => ((PackMap)node).Entries
            .Select(e => new ChoiceList(e.Key, r.List(e.Key, c => new Choice(c.Id(), c.Text("label"), c.Icon("icon"))))).ToList()) ?? [];
    }
}
