namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>The meaning of the document's words in the vocabularies of CPSV-AP 3.2. It stands in the document: nothing is fetched to read it.</summary>
internal static class CpsvContext
{
    private static readonly Dictionary<string, string> Text = new() { ["@container"] = "@language" };

    public static Dictionary<string, object> At(string address) => new()
    {
        ["@version"] = 1.1,
        ["@base"] = address,
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["cpsv"] = "http://purl.org/vocab/cpsv#",
        ["cv"] = "http://data.europa.eu/m8g/",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["eli"] = "http://data.europa.eu/eli/ontology#",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["org"] = "http://www.w3.org/ns/org#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["Catalogue"] = "dcat:Dataset",
        ["Agent"] = "foaf:Agent",
        ["Document"] = "foaf:Document",
        ["PublicService"] = "cpsv:PublicService",
        ["PublicOrganisation"] = "cv:PublicOrganisation",
        ["Organization"] = "org:Organization",
        ["ContactPoint"] = "cv:ContactPoint",
        ["Channel"] = "cv:Channel",
        ["Cost"] = "cv:Cost",
        ["LegalResource"] = "eli:LegalResource",
        ["Requirement"] = "cv:Requirement",
        ["Output"] = "cv:Output",
        ["Event"] = "cv:Event",
        ["LifeEvent"] = "cv:LifeEvent",
        ["BusinessEvent"] = "cv:BusinessEvent",
        ["Location"] = "dct:Location",
        ["AdministrativeUnit"] = "http://data.europa.eu/88u/dataset/atu-type",
        ["LinguisticSystem"] = "dct:LinguisticSystem",
        ["Concept"] = "skos:Concept",
        ["identifier"] = "dct:identifier",
        ["notation"] = "skos:notation",
        ["article"] = "eli:id_local",
        ["telephone"] = "cv:telephone",
        ["email"] = "cv:email",
        ["title"] = Words("dct:title"),
        ["description"] = Words("dct:description"),
        ["keyword"] = Words("dcat:keyword"),
        ["prefLabel"] = Words("skos:prefLabel"),
        ["note"] = Words("skos:note"),
        ["hasValue"] = Value("cv:hasValue", "xsd:double"),
        ["processingTime"] = Value("cv:processingTime", "xsd:duration"),
        ["publisher"] = Link("dct:publisher"),
        ["landingPage"] = Link("dcat:landingPage"),
        ["contactPage"] = Link("cv:contactPage"),
        ["seeAlso"] = Link("rdfs:seeAlso"),
        ["isPartOf"] = Link("dct:isPartOf"),
        ["within"] = Link("dct:isPartOf"),
        ["language"] = Link("dct:language"),
        ["spatial"] = Link("dct:spatial"),
        ["audience"] = Link("dct:audience"),
        ["kind"] = Link("dct:type"),
        ["hasCompetentAuthority"] = Link("cv:hasCompetentAuthority"),
        ["hasChannel"] = Link("cv:hasChannel"),
        ["hasCost"] = Link("cv:hasCost"),
        ["hasLegalResource"] = Link("cv:hasLegalResource"),
        ["holdsRequirement"] = Link("cv:holdsRequirement"),
        ["isGroupedBy"] = Link("cv:isGroupedBy"),
        ["relatedService"] = Link("cv:relatedService"),
        ["contactPoint"] = Link("cv:contactPoint"),
        ["ownedBy"] = Link("cv:ownedBy"),
        ["isDefinedBy"] = Link("cv:isDefinedBy"),
        ["currency"] = Link("cv:currency"),
        ["produces"] = Link("cpsv:produces"),
        ["subOrganizationOf"] = Link("org:subOrganizationOf"),
    };

    private static Dictionary<string, string> Words(string property) => new(Text) { ["@id"] = property };

    private static Dictionary<string, string> Value(string property, string type) => new() { ["@id"] = property, ["@type"] = type };

    private static Dictionary<string, string> Link(string property) => Value(property, "@id");
}
