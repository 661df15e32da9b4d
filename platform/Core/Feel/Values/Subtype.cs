namespace Platform.Core.Feel;

/// <summary>Whether every value of one type is a value of another (DMN 1.4, 10.3.2.9.2); what is not known is taken for anything.</summary>
internal static class Subtype
{
    public static bool Of(FeelType type, FeelType wide) => wide == FeelType.Any || type == FeelType.Null || (type, wide) switch
    {
        (FeelType.List a, FeelType.List b) => Of(a.Of, b.Of),
        (FeelType.Range a, FeelType.Range b) => Of(a.Of, b.Of),
        (FeelType.Context a, FeelType.Context b) => Members(a, b),
        (FeelType.Function a, FeelType.Function b) => Functions(a, b),
        _ => type.Equals(wide),
    };

    private static bool Members(FeelType.Context type, FeelType.Context wide) => wide.Members is null
        || (type.Members is not null && wide.Members.All(m => type.Members.TryGetValue(m.Key, out var member) && Of(member, m.Value)));

    // A function stands for another if it takes all the other takes, and gives nothing the other would not.
    private static bool Functions(FeelType.Function type, FeelType.Function wide) => wide.Parameters is null
        || (type.Parameters?.Count == wide.Parameters.Count && wide.Parameters.Zip(type.Parameters).All(p => Of(p.First, p.Second)) && Of(type.Result, wide.Result));
}
