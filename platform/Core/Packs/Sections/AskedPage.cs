using Platform.Core.Modules.Forms;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>What one page of a form asks, as far as it is known before applying.</summary>
/// <param name="Title">The page's heading; that of its first question where it has none.</param>
/// <param name="Sometimes">Asked after certain answers only.</param>
public sealed record AskedPage(PackText Title, bool Sometimes, IReadOnlyList<AskedQuestion> Questions);

/// <summary>A question that a form asks.</summary>
/// <param name="Sometimes">Asked after certain answers only.</param>
/// <param name="Known">Where an answer comes from that is shown to the person before she writes one; null where she alone answers.</param>
/// <param name="Of">Of a repeated group: what is asked of each.</param>
public sealed record AskedQuestion(PackText Label, bool Optional, bool Sometimes, FactKind? Known, IReadOnlyList<AskedQuestion> Of)
{
    /// <summary>The question and those within it.</summary>
    public IEnumerable<AskedQuestion> All => Of.SelectMany(q => q.All).Prepend(this);
}
