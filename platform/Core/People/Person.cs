using Platform.Core.Data;

namespace Platform.Core.People;

/// <summary>A person as read from the store.</summary>
/// <param name="Version">Named by the next change, so that of two changes at one time one is refused.</param>
/// <param name="Details">Null once erased.</param>
/// <param name="Confirmation">Null while nobody has confirmed who this is.</param>
public sealed record Person(Guid PersonId, string Kind, long Version, Instant CreatedAt, PersonDetails? Details, Confirmation? Confirmation)
{
    /// <summary>How sure the state is who this is, in words of eIDAS.</summary>
    public string Assurance => Confirmation is null ? Assurances.Low : Assurances.Substantial;
}

/// <summary>That an official saw a person and a proof of who that person is.</summary>
/// <param name="Evidence">One of <see cref="People.Evidence"/>.</param>
public sealed record Confirmation(string Evidence, Guid ConfirmedBy, Instant ConfirmedAt);

/// <summary>Levels of assurance (Regulation (EU) No 910/2014, article 8), from none upwards.</summary>
public static class Assurances
{
    public const string None = "none";
    public const string Low = "low";
    public const string Substantial = "substantial";
    public const string High = "high";

    private static readonly string[] Order = [None, Low, Substantial, High];

    /// <summary>The higher of two.</summary>
    public static string Higher(string one, string other) => Reaches(one, other) ? one : other;

    public static bool Reaches(string have, string needed) => Array.IndexOf(Order, have) >= Array.IndexOf(Order, needed);
}

/// <summary>What was shown to confirm who somebody is.</summary>
public static class Evidence
{
    public const string IdentityCard = "identity-card";
    public const string Passport = "passport";
    public const string FamilyBook = "family-book";
    public const string LocalAttestation = "local-attestation";
    public const string Witnesses = "witnesses";

    /// <summary>An identity provider outside said so; confirmed by the person who signed in with it. No official gives this.</summary>
    public const string IdentityProvider = "identity-provider";

    public static IReadOnlyList<string> All { get; } = [IdentityCard, Passport, FamilyBook, LocalAttestation, Witnesses];
}
