using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Sample;

/// <summary>A kind of entry that a service makes.</summary>
/// <param name="ValidFor">From the day of entry on; null: for ever.</param>
public sealed record EntryKind(string Id, PackText Title, PackDuration? ValidFor);

/// <summary>The section <c>sample</c> of a service: <c>[{id, title, valid-for}]</c>.</summary>
public sealed record SampleSection(IReadOnlyList<EntryKind> Kinds) : IPackSection<SampleSection>
{
    public EntryKind? Find(string id) => Kinds.FirstOrDefault(k => k.Id == id);

    public static SampleSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var section = new SampleSection(context.List(node, r => new EntryKind(r.Slug(), r.Text("title"), r.Duration("valid-for"))));
        foreach (var verb in Verbs(context).Where(v => section.Find(v.Kind) is null))
        {
            context.Problems.AddUnknown(verb.Source, "There is no kind of entry '{0}'", verb.Kind, [.. section.Kinds.Select(k => k.Id)]);
        }

        return section;
    }

    // Sections are read in the order of the modules, so the workflow is known here and this section is not known there.
    private static IEnumerable<EnterInSample> Verbs(SectionContext context) =>
        context.Section<WorkflowSection>()?.States.SelectMany(s => s.Actions).SelectMany(a => a.Do).OfType<EnterInSample>() ?? [];
}
