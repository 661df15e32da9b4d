using Platform.Core.Packs;
using Platform.Modules.Cases.Form;

namespace Platform.Cli.Dossiers;

/// <summary>
/// The frame of a data protection impact assessment (as GDPR, article 35 (7), asks for it; other laws ask for much the same): what the platform can say
/// stands there, what people must judge is named.
/// </summary>
internal static class ProtectionSection
{
    private static readonly Dictionary<string, string> Personal = new(StringComparer.Ordinal)
    {
        ["Name"] = "name",
        ["NationalId"] = "identity number",
        ["Phone"] = "telephone",
        ["Email"] = "e-mail",
        ["Address"] = "address",
        ["File"] = "files",
        ["Date"] = "dates",
    };

    public static async Task<Section> OfAsync(DossierFacts facts)
    {
        var services = facts.Pack.Services.All.Where(s => s.Section<FormSection>() is not null).ToList();
        return new("dpia", "Data protection impact assessment: the frame", "What is processed, why, which risks it has and what stands against them. Whoever answers for the portal completes it.",
        [
            new($"{services.Count} services ask people for data; the table says what of each, and by which law.", facts.PackName),
            new($"{services.Count(s => s.Anonymous)} can be used without giving a name; {services.Count(s => s.PersonalData.Count > 0)} ask for sensitive data, each with the law that allows it.", "anonymous and personal-data of the pack"),
            new($"{await facts.CountAsync("select count(*) from platform_person")} people are known to the portal; {await facts.CountAsync("select count(*) from cases_case where erased_at is not null")} applications were erased.", "Tables platform_person and cases_case"),
            facts.Measure("keys.fit", "Measure: what people write is encrypted with a key of each application and person (AES-256-GCM), kept apart from the data.", "platform/Core/Keys; a test looks for marked words in the raw data and finds none"),
            new("Measure: whoever is erased becomes unreadable at once.", "A test restores an older backup and finds the erased unreadable"),
            facts.Measure("backups.forgotten", "Measure: whoever is erased is gone from all backups when the backups of keys expire.", "egov-backup"),
            facts.Measure("audit.sealed", "Measure: every look of an official at an application, document or person is on record, and the record cannot be changed unnoticed.", "egov audit verify"),
            new("Measure: officials see only what their role, body and area allow; to everybody else it is not there.", "roles.yaml of the pack; a test walks every address"),
            new("Measure: the portal calls nobody whom its settings do not name.", "A test runs it in a network of its own and counts what leaves"),
            Statement.Unknown("Necessity and proportion: whether each question is needed for its decision.", "Go through the table with the body of each service; strike what no rule of the workflow or law uses."),
            Statement.Unknown("Risks to people: what happens to them if data is lost, seen by others, wrong or not there; how likely, how grave.", "Judge each for the most sensitive service, with somebody who speaks for those concerned."),
            Statement.Unknown("How long each kind of application is kept.", "Ask the archives law; then have decided applications erased after that time."),
            Statement.Unknown("What the data protection authority says.", "Consult it where a high risk stays."),
        ])
        {
            Table = new("What is asked, and by which law", ["Service", "Law", "Personal data", "Sensitive data"], [.. services.Select(Row)]),
        };
    }

    private static IReadOnlyList<string> Row(ServiceDefinition service) =>
    [
        service.Title.Source,
        string.Join("; ", service.LegalBasis.Select(l => $"{l.Title.Source}{(l.Article is null ? "" : $", {l.Article}")}{(l.Example ? " (example)" : "")}").DefaultIfEmpty("none named")),
        string.Join(", ", Kinds(service).DefaultIfEmpty("none by type")),
        string.Join(", ", service.PersonalData.Select(p => p.Category).DefaultIfEmpty("none")),
    ];

    private static IEnumerable<string> Kinds(ServiceDefinition service) => service.Section<FormSection>()!.Questions.SelectMany(All)
        .Select(q => Personal.GetValueOrDefault(q.Question.GetType().Name.Replace("Question", "", StringComparison.Ordinal))).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<FormQuestion> All(FormQuestion question) => question.Items.SelectMany(All).Prepend(question);
}
