using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Sample;

/// <summary><c>do: [{enter-in-sample: standard}]</c>: makes an entry in the act that moves the case, or neither happens.</summary>
public sealed class EnterInSample : IWorkflowAction<EnterInSample>
{
    private EnterInSample(PackScalar kind) => (Kind, Source) = (kind.Value, kind.Source);

    /// <summary>Id of a kind of the section <c>sample</c>.</summary>
    public string Kind { get; }

    internal PackSource Source { get; }

    public static EnterInSample? Read(PackNode config, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (config is PackScalar { IsEmpty: false } kind)
        {
            if (!context.HasSection("sample"))
            {
                context.Problems.Add(kind.Source, "There is no kind of entry '{0}': this service has no section 'sample'.", kind.Value);
            }

            return new(kind);
        }

        context.Problems.Add(config.Source, "Write the id of a kind of entry of this service: 'enter-in-sample: <id>'.");
        return null;
    }

    public void Plan(ActionContext context, Act act)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(act);
        var kind = context.Service.Section<SampleSection>()!.Find(Kind)!;
        SampleStore.Enter(act, new Entry
        {
            EntryId = Guid.CreateVersion7(),
            Number = EntryNumber.Create(),
            CaseId = context.CaseId,
            PersonId = context.ApplicantId,
            Service = context.Service.Id,
            Kind = kind.Id,
            Organization = context.Organization,
            AreaPath = context.AreaPath,
            ValidUntil = kind.ValidFor?.After(LocalDay.Of(act.At, context.Pack), context.Pack.Calendar),
        });
    }
}
