using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Templates;
using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Sending;

/// <summary>The verb <c>send-notice: approved</c>. Its templates are read with the pack, so that a mistake in them is a mistake of the pack.</summary>
internal sealed class SendNotice(string name) : IWorkflowAction<SendNotice>
{
    public static SendNotice? Read(PackNode config, SectionContext context)
    {
        if (context.Template(config as PackScalar, "notices") is not { } name)
        {
            return null;
        }

        Check(context, name);
        Check(context, name + NoticeTemplates.Short);
        return new SendNotice(name);
    }

    public void Plan(ActionContext context, Act act) => act.Notify(context.CaseId, context.Seq, name);

    private static void Check(SectionContext context, string name)
    {
        if (context.Pack.Templates.TryGetValue($"notices/{name}", out var file))
        {
            foreach (var problem in TemplateEngine.Check(NoticeTemplates.Source(name, file), NoticeValues.Names))
            {
                context.Problems.Add(file.Source with { Line = problem.Line }, "{0}", problem.Message);
            }
        }
    }
}
