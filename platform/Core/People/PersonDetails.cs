namespace Platform.Core.People;

/// <summary>What is known of a person. Everything may be missing: a person at the counter may have no papers, no telephone and one name.</summary>
public sealed record PersonDetails
{
    /// <summary>Parts by the ids that the pack's <c>names</c> gives them.</summary>
    public IReadOnlyDictionary<string, string> Name { get; init; } = new Dictionary<string, string>();

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>An id of the choice list <c>sex</c> of the pack.</summary>
    public string? Sex { get; init; }

    /// <summary>The tag of the language that the person chose for messages and for the pages after signing in; null: none.</summary>
    public string? Language { get; init; }

    public PersonAddress? Address { get; init; }

    public PartialDate? BirthDate { get; init; }

    /// <summary>A national id as the person gave it: a claim. Many may claim one number; nothing follows from it.</summary>
    public string? ClaimedId { get; init; }

    /// <summary>The national id that an official saw on a paper. Set by <see cref="PersonStore.ConfirmAsync"/> only.</summary>
    public string? VerifiedId { get; init; }
}

/// <summary>Where a person lives.</summary>
/// <param name="Area">Code of the smallest known area.</param>
/// <param name="Line">House, street or what else helps to find it.</param>
public sealed record PersonAddress(string? Area, string? Line);
