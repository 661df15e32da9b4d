namespace Platform.Core.Feel.Nodes;

/// <summary>What can be said of types before evaluation; where a type is not known nothing is held against it.</summary>
internal static class Types
{
    public static bool Unknown(FeelType type) => type == FeelType.Any || type == FeelType.Null;

    /// <summary>Whether a value of the one type may turn out to be of the other.</summary>
    public static bool Fits(FeelType type, FeelType wanted) => Unknown(type) || Unknown(wanted) || (type, wanted) switch
    {
        (FeelType.List a, FeelType.List b) => Fits(a.Of, b.Of),
        (FeelType.Range a, FeelType.Range b) => Fits(a.Of, b.Of),
        (FeelType.Context a, FeelType.Context b) => Members(a, b),
        (FeelType.Function, FeelType.Function) => true,
        _ => type.Equals(wanted),
    };

    /// <summary>As <see cref="Fits"/>, with the conversions FEEL makes for arguments: a list of one, and an item for a list.</summary>
    public static bool FitsArgument(FeelType type, FeelType wanted) =>
        Fits(type, wanted)
        || (type is FeelType.List list && wanted is not FeelType.List && Fits(list.Of, wanted))
        || (wanted is FeelType.List many && type is not FeelType.List && Fits(type, many.Of))
        || (type == FeelType.Date && wanted == FeelType.DateTime);

    /// <summary>The type of a value that is the one or the other.</summary>
    public static FeelType Either(FeelType left, FeelType right)
    {
        if (left == FeelType.Null || right == FeelType.Null)
        {
            return left == FeelType.Null ? right : left;
        }
        return left switch
        {
            FeelType.List a when right is FeelType.List b => new FeelType.List(Either(a.Of, b.Of)),
            FeelType.Context => right is FeelType.Context ? new FeelType.Context(null) : FeelType.Any,
            _ => left.Equals(right) ? left : FeelType.Any,
        };
    }

    /// <summary>The type of the items of a list, or of the value a list of one would hold.</summary>
    public static FeelType ItemOf(FeelType type) => type switch
    {
        FeelType.List list => list.Of,
        FeelType.Range range => range.Of,
        _ => type == FeelType.Null ? FeelType.Any : type,
    };

    private static bool Members(FeelType.Context type, FeelType.Context wanted) =>
        type.Members is null || wanted.Members is null
        || wanted.Members.All(m => type.Members.TryGetValue(m.Key, out var member) && Fits(member, m.Value));
}
