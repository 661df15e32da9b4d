namespace Platform.Core.Packs;

/// <summary>What an upgrade of the base does to a field.</summary>
public enum FieldOutcome
{
    /// <summary>The base changed it and you had not: the new value holds.</summary>
    Taken,

    /// <summary>You changed it and the base did not: your value holds.</summary>
    Kept,

    /// <summary>Both made the same change.</summary>
    Agreed,

    /// <summary>Both changed it, each otherwise: somebody decides.</summary>
    Conflict,
}

/// <summary>A field in which the old base, the new base and your pack are not all the same. A value that is null is not there.</summary>
/// <param name="Old">In the base that the pack stands on now.</param>
/// <param name="New">In the base that it shall stand on.</param>
/// <param name="Yours">As it holds in your pack now.</param>
public sealed record FieldChange(FieldPath Path, FieldOutcome Outcome, PackNode? Old, PackNode? New, PackNode? Yours)
{
    /// <summary>What holds where nobody decides otherwise; for a conflict your own.</summary>
    public PackNode? Proposed => Outcome is FieldOutcome.Taken ? New : Yours;
}
