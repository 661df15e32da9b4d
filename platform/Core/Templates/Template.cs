using HandlebarsDotNet;
using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>A template that has been read without mistakes. Safe for all threads.</summary>
public sealed class Template
{
    /// <summary>Characters; a certificate has a few thousand.</summary>
    private const int LongestOutput = 1_000_000;

    private readonly TemplateTree tree;
    private readonly TemplateKind kind;
    private readonly Texts.Texts texts;
    private readonly Dictionary<string, string> addresses;
    private readonly Lazy<HandlebarsTemplate<TextWriter, object, object>> compiled;

    internal Template(TemplateTree tree, TemplateKind kind, Texts.Texts texts)
    {
        (this.tree, this.kind, this.texts) = (tree, kind, texts);
        Texts = [.. tree.Texts.DistinctBy(text => text.Source)];
        addresses = Texts.ToDictionary(text => text.Source, text => text.Address, StringComparer.Ordinal);
        compiled = new(Compile);
    }

    /// <summary>What <c>{{t "..."}}</c> names: to be translated with the pack.</summary>
    public IReadOnlyList<PackText> Texts { get; }

    /// <summary>Names that the data will not have.</summary>
    /// <param name="names">Paths of the data: <c>number</c>, <c>holder.name</c>, <c>children[].name</c>, <c>notes[]</c>.</param>
    public IReadOnlyList<TextProblem> Check(IReadOnlySet<string> names)
    {
        var checker = new TemplateChecker(names, tree.Partials);
        checker.Check(tree.Tags);
        return checker.Problems;
    }

    /// <summary>The output in a language. A value that is missing is empty.</summary>
    /// <param name="values">Texts, numbers, truth values, <see cref="DateOnly"/>, <see cref="Data.Instant"/>, <see cref="TemplateMoney"/>, and maps and lists of these.</param>
    /// <param name="pack">Texts of the edition the case was filed under; null: the active pack's.</param>
    /// <exception cref="ArgumentException">A value of another type.</exception>
    /// <exception cref="TemplateTooLongException">The output exceeds its bound.</exception>
    public string Render(string language, IReadOnlyDictionary<string, object?> values, PackTexts? pack = null)
    {
        var output = new TemplateOutput(language, texts.Formats(language), pack ?? texts.Pack, addresses);
        using var writer = new TemplateWriter(LongestOutput);
        compiled.Value(writer, output.Take(values), new Dictionary<string, object> { [TemplateOutput.Key] = output });
        return writer.ToString();
    }

    private HandlebarsTemplate<TextWriter, object, object> Compile()
    {
        var settings = new HandlebarsConfiguration { TextEncoder = new TemplateEncoder(), NoEscape = kind == TemplateKind.PlainText, FormatProvider = System.Globalization.CultureInfo.InvariantCulture };
        settings.ObjectDescriptorProviders.Add(new TemplateMembers());
        var handlebars = Handlebars.Create(settings);
        TemplateHelpers.Register(handlebars);
        foreach (var (name, partial) in tree.PartialSources)
        {
            handlebars.RegisterTemplate(name, partial.Text);
        }

        return handlebars.Compile(new StringReader(tree.Source.Text));
    }
}
