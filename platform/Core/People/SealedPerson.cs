using System.Text.Json;
using Platform.Core.Data;
using Platform.Core.Keys;

namespace Platform.Core.People;

/// <summary>A row of people as it is stored.</summary>
internal sealed record SealedPerson
{
    public required Guid PersonId { get; init; }

    public required string Kind { get; init; }

    public required long Version { get; init; }

    public required Instant CreatedAt { get; init; }

    public required byte[] Details { get; init; }

    public string? Evidence { get; init; }

    public Guid? ConfirmedBy { get; init; }

    public Instant? ConfirmedAt { get; init; }

    public static RowIdentity DetailsOf(Guid id) => new("platform_person", "details", id);

    public Person ToPerson(SecretKey? key) => new(
        PersonId, Kind, Version, CreatedAt,
        key is null ? null : JsonSerializer.Deserialize<PersonDetails>(Cipher.Open(key, DetailsOf(PersonId), Details)),
        Evidence is null ? null : new Confirmation(Evidence, ConfirmedBy!.Value, ConfirmedAt!.Value));
}
