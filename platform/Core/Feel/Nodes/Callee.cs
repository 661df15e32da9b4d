using Platform.Core.Feel.Functions;

namespace Platform.Core.Feel.Nodes;

/// <summary>What is called: a variable that holds a function, else the built-in function of that name.</summary>
internal static class Callee
{
    public static ICallable? Of(Node function, Frame frame)
    {
        if (function is NameNode { Name: var name } && !(frame.TryGet(name, out var local) && local is ICallable) && BuiltIns.Find(name) is { } known)
        {
            return known;
        }
        var value = function.Value(frame);
        if (value is not ICallable)
        {
            frame.Run.NullFrom("Expected a function before the arguments, found {0}", Kind.Name(value));
        }
        return value as ICallable;
    }

    public static BuiltIn? BuiltIn(Node function, Checking checking) =>
        function is NameNode name && checking.TypeOf(name.Name, out _) is not FeelType.Function ? BuiltIns.Find(name.Name) : null;

    public static FeelType CheckDefined(int at, Node function, List<FeelType> arguments, Checking checking)
    {
        var type = function.Check(checking);
        if (type is not FeelType.Function callee)
        {
            return Types.Unknown(type) ? FeelType.Any : checking.Error(at, "Expected a function before the arguments, found {0}", type);
        }
        if (callee.Parameters is { } parameters && parameters.Count != arguments.Count)
        {
            checking.Error(at, "The function takes {0} arguments, found {1}", parameters.Count, arguments.Count);
        }
        return callee.Result;
    }
}
