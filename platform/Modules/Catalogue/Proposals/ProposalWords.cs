using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Proposals;

/// <summary>A change as an official sees it.</summary>
/// <param name="Id">Of its element on the page.</param>
/// <param name="Title">What it is about, as the service's page says it.</param>
/// <param name="Field">Where it stands in the pack.</param>
/// <param name="Lines">For a template: what is different, line by line; null for other fields.</param>
/// <param name="CanBeKept">A variant can say it itself.</param>
internal sealed record ShownChange(string Id, string Title, string Field, string? Before, string? After, IReadOnlyList<string>? Lines, bool CanBeKept);

/// <summary>What proposals are called in the language of the page.</summary>
internal sealed class ProposalWords(ActivePack active, IStringLocalizer t)
{
    private const string Order = ":order";

    /// <summary>The service with its place.</summary>
    public string Title(Proposal proposal)
    {
        var pack = active.Current.Pack;
        var title = pack.Services.Find(proposal.Service) is { } service ? t.Pack(service.Title).Value : proposal.Service;
        var place = pack.Areas.Find(proposal.Area) is { } area ? pack.Areas.Label(area, CultureInfo.CurrentUICulture.Name) : proposal.Area;
        return t["{0} in {1}", title, place];
    }

    public string State(Proposal proposal) => proposal.State switch
    {
        ProposalStates.Open => t["Waits for an answer"],
        ProposalStates.Acknowledged => t["Right here too"],
        ProposalStates.Asked => t["Own variant asked for"],
        ProposalStates.Replaced => t["Replaced by a later change"],
        _ => t["Nothing is different any more"],
    };

    public string Count(Proposal proposal) => t.Plural(proposal.Changes.Count, "{0} change", "{0} changes");

    public ShownChange Show(InheritedChange change)
    {
        var isTemplate = change.Field.EndsWith(".hbs", StringComparison.Ordinal);
        var isMoved = change.Field.EndsWith(Order, StringComparison.Ordinal);
        return new(
            $"kept-{change.Field.Replace('#', '-').Replace('/', '-').Replace('.', '-').Replace(':', '-')}",
            isTemplate ? t["A form that is printed or sent"] : isMoved ? t["{0}: another order", Heading(change.Field)] : Heading(change.Field),
            change.Field,
            change.Before,
            change.After,
            isTemplate ? FieldWords.Difference(change.Before ?? "", change.After ?? "") : null,
            !isTemplate && !isMoved && change.Before is not null && change.Field.StartsWith("services/", StringComparison.Ordinal));
    }

    // Named after the key that it stands under.
    private string Heading(string field) => field[(field.IndexOf('#', StringComparison.Ordinal) + 1)..].Split('.', ':')[0] switch
    {
        "title" => t["Name"],
        "summary" or "description" => t["Description"],
        "fees" => t["What it costs"],
        "deadline" => t["How long it takes"],
        "organization" => t["Who does it"],
        "eligibility" or "audience" => t["Who can apply"],
        "what-you-need" => t["What you need"],
        "steps" => t["What happens"],
        "result" or "documents" => t["What you receive"],
        "channels" => t["How to apply"],
        "legal-basis" => t["Legal basis"],
        "form" => t["What is asked"],
        "workflow" => t["How it is decided"],
        "valid-from" or "valid-to" => t["When it holds"],
        _ when field.StartsWith("choices.yaml", StringComparison.Ordinal) => t["What can be chosen"],
        _ => t["Something else"],
    };
}
