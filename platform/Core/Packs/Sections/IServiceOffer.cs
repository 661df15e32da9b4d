using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Something a service costs, as far as it is known before applying.</summary>
/// <param name="Title">What is paid for.</param>
/// <param name="MinorUnits">The amount in minor units of the pack's currency; null where it depends on the answers.</param>
/// <param name="Conditional">Paid in some cases only.</param>
/// <param name="Example">Not the law of the land: shown with a mark.</param>
public sealed record OfferedCost(PackText Title, long? MinorUnits, bool Conditional, bool Example);

/// <summary>
/// What a module's section tells the service's public page. An extension point: the catalogue shows costs and the way to apply without knowing
/// the modules that own them.
/// </summary>
public interface IServiceOffer
{
    /// <summary>Costs known before applying, in the order of the pack. Null where the section says nothing of costs.</summary>
    IReadOnlyList<OfferedCost>? Costs => null;

    /// <summary>Path within a language where one starts, as <c>/apply/birth-registration</c>; null where the section says nothing of it.</summary>
    string? StartPath => null;

    /// <summary>Path within a language of the form to print, as <c>/services/birth-registration/paper</c>; null where there is none.</summary>
    string? PaperPath => null;

    /// <summary>Everything the form asks, page by page. Null where the section says nothing of it.</summary>
    IReadOnlyList<AskedPage>? Asked => null;

    /// <summary>Answers decide which office handles it.</summary>
    bool GoesByAnswers => false;
}
