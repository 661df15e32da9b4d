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
}
