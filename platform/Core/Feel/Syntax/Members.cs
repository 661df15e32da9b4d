namespace Platform.Core.Feel.Syntax;

/// <summary>The names that may follow a dot: members of the contexts in scope, and properties with spaces.</summary>
internal static class Members
{
    private const int Deepest = 20;

    public static Names Of(FeelType type)
    {
        var names = new Names().With(Properties.WithSpaces);
        Add(type, names, 0);
        return names;
    }

    private static void Add(FeelType type, Names names, int depth)
    {
        if (type is FeelType.List list && depth < Deepest)
        {
            Add(list.Of, names, depth + 1);
        }
        if (type is not FeelType.Context { Members: { } members } || depth == Deepest)
        {
            return;
        }
        foreach (var (name, member) in members)
        {
            names.Add(name);
            Add(member, names, depth + 1);
        }
    }
}
