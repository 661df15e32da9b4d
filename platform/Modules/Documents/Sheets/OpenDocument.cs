using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;

namespace Platform.Modules.Documents.Sheets;

/// <summary>A document whose seal is open, with the definition it was issued under.</summary>
public sealed record OpenDocument(DocumentRow Row, CaseRow Case, CaseDefinition Edition, DocumentDefinition Definition, DocumentContent Content)
{
    /// <summary>The languages it is written in; the first is the one that is signed.</summary>
    public IReadOnlyList<string> Languages => Definition.Languages is [_, ..] own ? own : [Edition.Pack.DefaultLanguage];

    /// <summary>Some of what it rests on is not the law of the land.</summary>
    public bool IsExample => Edition.Service.LegalBasis.Any(l => l.Example);
}
