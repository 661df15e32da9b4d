using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Payments;

/// <summary>A reason for which a fee need not be paid.</summary>
public sealed record Waiver(string Id, PackText Title);

/// <summary>The section <c>payments</c>: how and until when fees are paid. See <c>templates/packs/SECTIONS.md</c>.</summary>
/// <param name="Methods">Where money is received, as <c>counter</c>.</param>
/// <param name="Due">From submission on; null: no date.</param>
public sealed record PaymentsSection(IReadOnlyList<string> Methods, PackDuration? Due, IReadOnlyList<Waiver> Waivers) : IPackSection<PaymentsSection>
{
    /// <summary>Ways to pay that this build knows.</summary>
    private static readonly string[] KnownMethods = ["counter"];

    public static PaymentsSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Map(node, r => new PaymentsSection(MethodsOf(r), r.Duration("due"), r.List("waivers", w => new Waiver(w.Id(), w.Text("title")))));
    }

    private static IReadOnlyList<string> MethodsOf(NodeReader reader)
    {
        foreach (var unknown in reader.Scalars("methods").Where(m => !KnownMethods.Contains(m.Value)))
        {
            reader.Problems.AddUnknown(unknown.Source, "There is no way to pay '{0}'", unknown.Value, KnownMethods);
        }

        return reader.Words("methods");
    }
}
