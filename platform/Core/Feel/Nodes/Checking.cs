using Platform.Core.Feel.Functions;
using Platform.Core.Feel.Syntax;

namespace Platform.Core.Feel.Nodes;

/// <summary>Types of the names in scope while an expression is checked, what it reads, and the mistakes found.</summary>
/// <param name="names">The types of the names of the outermost scope.</param>
internal sealed class Checking(FeelType.Context names)
{
    private Scope _scope = new(names.Members ?? new Dictionary<string, FeelType>(), null, names.Members is null, true);

    public List<FeelSyntaxException> Errors { get; } = [];

    public SortedSet<string> Reads { get; } = new(StringComparer.Ordinal);

    public FeelType Error(int at, string format, params object?[] args)
    {
        Errors.Add(new(at, format, args));
        return FeelType.Any;
    }

    /// <summary>The type of a name; null if unknown.</summary>
    /// <param name="isRoot">Whether it comes from outside the expression.</param>
    public FeelType? TypeOf(string name, out bool isRoot)
    {
        isRoot = false;
        var open = false;
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            isRoot = scope.IsRoot;
            if (scope.Names.TryGetValue(name, out var type))
            {
                return type;
            }
            open |= scope.Open;
        }
        isRoot = open = open && BuiltIns.Find(name) is null;
        return open ? FeelType.Any : null;
    }

    /// <summary>Every name in scope, for a suggestion.</summary>
    public IEnumerable<string> Known()
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            foreach (var name in scope.Names.Keys)
            {
                yield return name;
            }
        }
    }

    /// <param name="open">Other names may be known too, as within a filter of a list of unknown items.</param>
    public FeelType Within(IReadOnlyDictionary<string, FeelType> names, Func<FeelType> check, bool open = false)
    {
        var outer = _scope;
        _scope = new(names, outer, open, false);
        var type = check();
        _scope = outer;
        return type;
    }

    /// <summary>Checks a filter's condition for items of a type.</summary>
    public FeelType WithinItem(FeelType item, Func<FeelType> check)
    {
        var members = (item as FeelType.Context)?.Members;
        var open = item is FeelType.Context { Members: null } || item == FeelType.Any;
        return Within(new Dictionary<string, FeelType> { ["item"] = item }, () => Within(members ?? new Dictionary<string, FeelType>(), check, open));
    }

    private sealed record Scope(IReadOnlyDictionary<string, FeelType> Names, Scope? Outer, bool Open, bool IsRoot);
}
