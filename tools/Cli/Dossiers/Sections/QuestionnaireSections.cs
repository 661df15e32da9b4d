namespace Platform.Cli.Dossiers;

/// <summary>
/// Questions of others, answered with evidence. Topics stand in our own words after: Digital Public Goods Standard (digitalpublicgoods.net/standard, nine
/// indicators); UN E-Government Survey, EGDI with its Online Service Index (publicadministration.un.org); World Bank GovTech Maturity Index
/// (worldbank.org/gtmi). What rank follows is theirs to say.
/// </summary>
internal static class QuestionnaireSections
{
    public static async Task<IReadOnlyList<Section>> OfAsync(DossierFacts facts) => [Goods(facts), await SurveyAsync(facts), Maturity(facts)];

    private static Section Goods(DossierFacts facts) => new("dpg", "Digital Public Goods Standard", "Its nine indicators, each with what the platform can show. Whether it is one, the Digital Public Goods Alliance decides.",
    [
        Statement.Unknown("1. Relevance to the Sustainable Development Goals: public services for all serve goals 16.6, 16.9 and 16.10 at least.", "Name the goals that this portal's services serve, and a figure for each; the chapter Use has some."),
        new("2. Open licence: Apache-2.0.", "LICENSE and publiccode.yml of the source archive"),
        Statement.Unknown("3. Clear ownership: who owns the code and the marks of this country's pack.", "Name the body in publiccode.yml (legal.repoOwner) and in the pack's README."),
        new("4. Platform independence: .NET, PostgreSQL or SQLite, Linux; nothing of it needs a service that only one firm sells.", facts.Bill is null ? "infra/README.md; the release's bill of materials" : $"{facts.Bill.Packages.Count(p => p.Shipped)} packages in the release's bill of materials"),
        new("5. Documentation: how to make a pack, a module, a release and an installation, each walked through by tests.", "README.md, templates/packs/README.md, templates/module/README.md, infra/README.md"),
        new("6. Mechanism for extracting data: figures without people by the API, everything by the operator, in open formats.", "/api/v1/statistics and egov data export, read back by a script without the platform's code"),
        Statement.Unknown("7. Adherence to privacy and other applicable laws.", "Complete the data protection chapter above and have the authority's answer ready."),
        new("8. Standards and best practices: OpenAPI 3, CPSV-AP, DMN FEEL, gettext PO and XLIFF 2.1, JWS, RFC 6962 trees, CycloneDX, WCAG 2.2.", "/openapi/v1.json and the formats' own tests"),
        new("9a. Do no harm, data privacy and security: encrypted by application and person, every look on record.", "The data protection chapter above; SECURITY.md says how to report a weakness"),
        new("9b. Do no harm, inappropriate and illegal content: nobody publishes what others wrote; files are looked at by a scanner where one is set up.", "--clamd of the host"),
        Statement.Unknown("9c. Do no harm, protection from harassment: officials and applicants meet only in an application's own pages.", "Write who answers complaints about officials; the pack's complaint service can be it."),
    ]);

    private static async Task<Section> SurveyAsync(DossierFacts facts)
    {
        var online = facts.Pack.Services.All.Count(s => s.StartPath is not null);
        return new("egdi", "UN E-Government Survey: what its researchers look for", "The Online Service Index looks at five fields. Infrastructure and human capital, the other two thirds of EGDI, come from ITU and UNESCO. No rank is promised here.",
        [
            Statement.Unknown("Institutions: a national strategy, a head of digital government, laws on data, access and cybersecurity that one finds from the portal.", "Put each as a page below content/ of the pack, and link it from the foot of every page."),
            new($"Services: {facts.Pack.Services.All.Count} are described, {online} begin and end online; paying happens {(facts.Pack.Has("payments") ? "at the counter, with a receipt" : "elsewhere")}.", facts.PackName),
            new($"Services for groups in need: {facts.Pack.Services.All.Count(s => s.Anonymous)} without a name, {facts.Pack.Services.All.Count(s => s.PaperPath is not null)} on paper too, help at a counter for whoever has no device.", facts.PackName),
            new($"Content: {facts.Pack.Languages.Count} languages; each service says who can apply, what to bring, what it costs, how long it takes.", facts.PackName),
            new("Technology: usable on small screens and without JavaScript; accessible as the chapter above says; open interface for programs.", "/openapi/v1.json"),
            new($"Participation: figures are public{(facts.Pack.Has("statistics") ? "" : " once the module statistics is on")}; {await facts.CountAsync("select count(*) from statistics_rating")} ratings were given.", "Table statistics_rating; /statistics"),
            Statement.Unknown("Participation: consultations on laws and budgets, and what came of them.", "The platform has none of its own: link the place where they are held."),
            Statement.Unknown("Open data: whether the government publishes data sets in a catalogue.", "The portal's own figures are at /statistics as CSV; name the national catalogue."),
        ]);
    }

    private static Section Maturity(DossierFacts facts) => new("gtmi", "World Bank GovTech Maturity Index: where this portal is part of an answer", "GTMI asks about four fields; its grades are given by the World Bank from a government's own answers.",
    [
        new("Public services: one portal with sign-in, applications followed to their end, certificates that anybody can check.", $"{facts.PackName}; /verify"),
        new("Public services: interoperable through an API that is described and additive, and signed messages to other programs.", "/openapi/v1.json; module webhooks"),
        Statement.Unknown("Core systems: shared platform, cloud or data centre, government service bus, financial and personnel systems.", "Ask the ministry of finance and the digital agency; the portal uses none by itself."),
        new($"Citizen engagement: complaints and ratings with published figures{(facts.Pack.Services.Find("complaint") is null ? "; this pack has no service 'complaint'" : "")}.", "/statistics"),
        Statement.Unknown("Enablers: a GovTech institution, strategy, laws on data protection and right to information, digital skills, innovation.", "Name each with its date and address; none of it can be read from the portal."),
        Statement.Unknown("Digital identity and signature: whether people and officials have them.", facts.Pack.Connectors.Count == 0 ? "No connector is on; name the national scheme, and the connector that speaks it." : $"Connectors that are on: {string.Join(", ", facts.Pack.Connectors)}; say how many people have it."),
    ]);
}
