using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Platform.Core.Templates;

namespace Platform.Core.Packs;

/// <summary>Reads the files that are used as they stand: templates, pages, pictures, translations.</summary>
internal sealed class PackContent(PackLayers layers, PackProblems problems)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers().Build();
    private static readonly string[] TemplateFolders = ["documents/", "notices/"];
    private static readonly string[] AssetFolders = ["media/", "theme/"];

    public Dictionary<string, PackFile> Templates()
    {
        var templates = TemplateFolders.SelectMany(f => layers.Paths(f, ".hbs")).ToDictionary(p => p[..^4], p => layers.File(p)!, StringComparer.Ordinal);
        foreach (var template in templates.Values)
        {
            RefuseRaw(template);
        }
        return templates;
    }

    /// <summary>The texts of a template; their address is its own, in the singular: <c>notice/approved</c>.</summary>
    public static IEnumerable<PackSentence> Sentences(KeyValuePair<string, PackFile> template) =>
        TemplateTree.TextsOf(new(template.Key.Replace("s/", "/", StringComparison.Ordinal), template.Value.Path, template.Value.Text))
            .Select(found => new PackSentence(found.Text, template.Value.Source with { Line = found.Line }));

    public Dictionary<string, PackFile> Assets() =>
        AssetFolders.SelectMany(f => layers.Paths(f)).ToDictionary(p => p, p => layers.File(p)!, StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<PackFile>> Locales() =>
        layers.Paths("locales/", ".po").ToDictionary(p => p["locales/".Length..^3], layers.Each, StringComparer.Ordinal);

    public Dictionary<string, PackFile> Formats() =>
        layers.Paths("locales/", "/formats.yaml").ToDictionary(p => p.Split('/')[1], p => layers.File(p)!, StringComparer.Ordinal);

    public PackPages Pages(Pack pack) =>
        new([.. layers.Paths("content/", ".md").Select(p => Page(layers.File(p)!, pack)).OfType<PackPage>()], pack.SourceLanguage);

    private PackPage? Page(PackFile file, Pack pack)
    {
        var document = Markdig.Markdown.Parse(file.Text, Markdown);
        ReportLinks(file, document);
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1, Inline: { } heading } title)
        {
            problems.Add(file.Source, "The page has no title: begin it with a line '# ' and the title.");
            return null;
        }
        document.Remove(title);
        var (name, language) = NameAndLanguage(file.Path["content/".Length..^".md".Length], pack);
        return new(name, language, string.Concat(heading.Descendants<LiteralInline>()), document.ToHtml(Markdown));
    }

    private static (string Name, string Language) NameAndLanguage(string path, Pack pack)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && pack.Languages.Contains(path[(dot + 1)..]) ? (path[..dot], path[(dot + 1)..]) : (path, pack.SourceLanguage);
    }

    private void RefuseRaw(PackFile template)
    {
        var line = 0;
        foreach (var text in template.Text.Split('\n'))
        {
            line++;
            if (text.Contains("{{{", StringComparison.Ordinal) || text.Contains("{{&", StringComparison.Ordinal))
            {
                problems.Add(template.Source with { Line = line }, "{0}", TemplateParser.Raw);
            }
        }
    }

    private void ReportLinks(PackFile file, MarkdownDocument document)
    {
        var links = document.Descendants<LinkInline>().Select(l => (l.Line, Url: l.Url ?? ""))
            .Concat(document.Descendants<AutolinkInline>().Select(l => (l.Line, Url: l.IsEmail ? $"mailto:{l.Url}" : l.Url)));
        foreach (var (line, url) in links.Where(l => !PackAddress.IsUsable(l.Url)))
        {
            problems.Add(file.Source with { Line = line + 1 }, "The link '{0}' cannot be used: write an address with https, http, mailto or tel, or a path.", url);
        }
    }
}
