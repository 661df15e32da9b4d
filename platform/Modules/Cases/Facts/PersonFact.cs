using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Cases.Facts;

/// <summary>What an office has confirmed of the applicant. What somebody only says of themselves fills in nothing.</summary>
internal sealed class PersonFact(PersonStore people, ActivePack pack) : IFact
{
    public static string Purpose => "So that you need not write again what an office already knows of you.";

    public static FeelType Type { get; } = new FeelType.Context(new Dictionary<string, FeelType>
    {
        ["name"] = FeelType.Any,
        ["birth_date"] = FeelType.String,
        ["national_id"] = FeelType.String,
        ["phone"] = FeelType.String,
        ["email"] = FeelType.String,
        ["address"] = new FeelType.Context(null),
    });

    public async Task<JsonObject?> FindAsync(FactSubject subject, CancellationToken cancellationToken)
    {
        if (subject.PersonId is not { } id || await people.FindAsync(id, cancellationToken) is not { Confirmation: not null, Details: { } details })
        {
            return null;
        }

        return new JsonObject
        {
            ["name"] = details.Name.Count == 0 ? null : new JsonObject(details.Name.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["birth_date"] = details.BirthDate?.ToString(),
            ["national_id"] = details.VerifiedId,
            ["phone"] = details.Phone,
            ["email"] = details.Email,
            ["address"] = details.Address?.Area is { } code ? Places(code) : null,
        };
    }

    // By level, so that person.address.village is a code where the village is known.
    private JsonObject Places(string code) => new(
        (pack.Current.Pack.Areas.Find(code)?.Upwards() ?? []).Select(a => KeyValuePair.Create(a.Level, (JsonNode?)a.Code)));
}

/// <summary>What is known of the case itself.</summary>
internal sealed class CaseFact(CaseStore cases) : IFact
{
    public static string Purpose => "So that rules can tell how the case was filed.";

    public static FeelType Type { get; } = new FeelType.Context(new Dictionary<string, FeelType> { ["channel"] = FeelType.String, ["service"] = FeelType.String, ["named"] = FeelType.Boolean });

    public async Task<JsonObject?> FindAsync(FactSubject subject, CancellationToken cancellationToken) =>
        subject.CaseId is { } id && await cases.FindAsync(id, new CaseAccess.AfterCommit(), cancellationToken) is { } found
            ? new JsonObject { ["channel"] = found.Channel, ["service"] = found.Service, ["named"] = found.ApplicantId is not null }
            : null;
}
