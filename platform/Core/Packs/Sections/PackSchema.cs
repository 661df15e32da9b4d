using Platform.Core.Modules.Forms;

namespace Platform.Core.Packs;

/// <summary>
/// What the installed modules add to packs: sections of services, names of permissions. A schema without sections reads the
/// base fields of services only and passes over other keys, unless they look like a base field mistyped.
/// </summary>
public sealed class PackSchema
{
    private readonly List<SectionReader> sections = [];
    private readonly Dictionary<string, IReadOnlyList<string>> modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> connectors = new(StringComparer.Ordinal);
    private readonly HashSet<string> permissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<NodeReader, SectionContext, Question>> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<PackNode, SectionContext, IWorkflowAction?>> actions = new(StringComparer.Ordinal);
    private Func<IReadOnlyCollection<string>> icons = () => [];
    private readonly Dictionary<string, FactKind> facts = new(StringComparer.Ordinal);

    /// <summary>In the order of registration, which is the order of reading.</summary>
    public IReadOnlyList<SectionReader> Sections => sections;

    /// <summary>Names of the modules that an instance can have; empty: any.</summary>
    public IReadOnlyCollection<string> Modules => modules.Keys;

    /// <summary>Names of the connectors that an instance can have; empty: any.</summary>
    public IReadOnlyCollection<string> Connectors => connectors;

    /// <summary>Names that <c>roles.yaml</c> may use; empty: any.</summary>
    public IReadOnlyCollection<string> Permissions => permissions;

    /// <summary>Names that an icon may have; empty: any.</summary>
    public IReadOnlyCollection<string> Icons => icons();

    /// <summary>Question types by name.</summary>
    public IReadOnlyDictionary<string, Func<NodeReader, SectionContext, Question>> Questions => questions;

    /// <summary>Verbs of workflows by name.</summary>
    public IReadOnlyDictionary<string, Func<PackNode, SectionContext, IWorkflowAction?>> Actions => actions;

    /// <summary>Roots that expressions may read, by name.</summary>
    public IReadOnlyDictionary<string, FactKind> Facts => facts;

    /// <summary>What a module cannot do without.</summary>
    public IReadOnlyList<string> NeedsOf(string module) => modules.GetValueOrDefault(module) ?? [];

    /// <summary>Names a module, and those it cannot do without.</summary>
    public PackSchema Module(string name, params IReadOnlyList<string> needs)
    {
        modules.TryAdd(name, needs);
        return this;
    }

    /// <summary>Names a connector.</summary>
    public PackSchema Connector(string name)
    {
        connectors.Add(name);
        return this;
    }

    /// <summary>Names a permission.</summary>
    public PackSchema Permission(string name)
    {
        permissions.Add(name);
        return this;
    }

    /// <summary>Says which icons there are; asked when a pack names one.</summary>
    public PackSchema IconsOf(Func<IReadOnlyCollection<string>> names)
    {
        icons = names;
        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <exception cref="InvalidOperationException">Two modules claim one key.</exception>
    public PackSchema Section<T>(string key, string module, int version = 1) where T : class, IPackSection<T>
    {
        if (sections.Find(s => s.Key == key) is { } other)
        {
            throw new InvalidOperationException($"The section '{key}' belongs to the module '{other.Module}', so '{module}' needs another key.");
        }
        sections.Add(SectionReader.Of<T>(key, module, version));
        return Module(module);
    }

    /// <summary>Adds a question type.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public PackSchema Question<T>(string name) where T : Question, IQuestion<T>
    {
        questions.Add(name, T.Read);
        return this;
    }

    /// <summary>Adds a verb of workflows.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public PackSchema Action<T>(string verb) where T : class, IWorkflowAction<T>
    {
        actions.Add(verb, T.Read);
        return this;
    }

    /// <summary>Adds a root that expressions may read.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public PackSchema Fact<T>(string root) where T : class, IFact
    {
        facts.Add(root, new(root, T.Type, T.Purpose, typeof(T)));
        return this;
    }
}
