namespace Platform.Core.Feel.Nodes;

/// <summary><c>{a: 1, b: a + 1}</c>: later entries may use earlier ones.</summary>
internal sealed class ContextNode(int at, IReadOnlyList<(string Key, Node Value)> entries) : Node(at, [.. entries.Select(e => e.Value)])
{
    public override FeelType Check(Checking checking)
    {
        Dictionary<string, FeelType> members = new(StringComparer.Ordinal);
        return checking.Within(members, () =>
        {
            foreach (var (key, value) in entries)
            {
                CheckEntry(key, value, members, checking);
            }
            return new FeelType.Context(members);
        });
    }

    protected override object? Evaluate(Frame frame)
    {
        OrderedDictionary<string, object?> members = new(entries.Count, StringComparer.Ordinal);
        var inner = frame.With(members);
        foreach (var (key, value) in entries)
        {
            if (!members.TryAdd(key, value.Value(inner)))
            {
                return frame.Run.Null("The context has two members {0}", key);
            }
        }
        return members;
    }

    // A function may call itself by the key it stands under.
    private static void CheckEntry(string key, Node value, Dictionary<string, FeelType> members, Checking checking)
    {
        if (members.ContainsKey(key))
        {
            checking.Error(value.At, "The context has two members {0}", key);
        }
        if (value is FunctionNode)
        {
            members[key] = new FeelType.Function(null, FeelType.Any);
        }
        members[key] = value.Check(checking);
    }
}
