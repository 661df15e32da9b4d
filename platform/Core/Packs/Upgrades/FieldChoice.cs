namespace Platform.Core.Packs;

/// <summary>What somebody decided for a field.</summary>
public sealed class FieldChoice
{
    private readonly Func<FieldChange, PackNode?> of;

    private FieldChoice(Func<FieldChange, PackNode?> of) => this.of = of;

    /// <summary>Your value stays.</summary>
    public static FieldChoice Ours { get; } = new(c => c.Yours);

    /// <summary>The new base's value holds.</summary>
    public static FieldChoice Theirs { get; } = new(c => c.New);

    /// <summary>Another value.</summary>
    public static FieldChoice Value(PackNode value) => new(_ => value);

    internal PackNode? Of(FieldChange change) => of(change);
}
