using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>
/// Reads the Handlebars templates of a pack: certificates and notices. Values are encoded, only the pack's own partials are known, and the helpers are
/// <c>t</c> (a text of the pack), <c>date</c> (<c>long</c>, <c>short</c>, <c>month</c>, <c>year</c>), <c>money</c>, <c>figures</c> (of a number), <c>eq</c>,
/// with the blocks <c>if</c>, <c>unless</c>, <c>each</c>, <c>with</c>.
/// </summary>
public sealed class TemplateEngine(Texts.Texts texts)
{
    /// <param name="partials">By the name that <c>{{> name}}</c> uses.</param>
    /// <exception cref="TemplateException">All mistakes, each with its line.</exception>
    public Template Read(TemplateSource source, TemplateKind kind, IReadOnlyDictionary<string, TemplateSource>? partials = null) =>
        new(new TemplateTree(source, partials ?? new Dictionary<string, TemplateSource>()), kind, texts);

    /// <summary>What is wrong with a template: braces that cannot be read, or names that its data will not have.</summary>
    /// <inheritdoc cref="Template.Check" path="/param"/>
    public static IReadOnlyList<TextProblem> Check(TemplateSource source, IReadOnlySet<string> names)
    {
        try
        {
            var checker = new TemplateChecker(names, new Dictionary<string, List<TemplateTag>>());
            checker.Check(new TemplateTree(source, new Dictionary<string, TemplateSource>()).Tags);
            return checker.Problems;
        }
        catch (TemplateException error)
        {
            return error.Problems;
        }
    }
}
