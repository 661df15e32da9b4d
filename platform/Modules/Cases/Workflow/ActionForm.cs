using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Workflow;

/// <summary>The small form of an action: questions, and the word <c>reason</c> for a long text that the applicant reads.</summary>
internal static class ActionForm
{
    public const string Reason = "reason";

    public static IReadOnlyList<FormQuestion> Read(NodeReader reader, SectionContext context, FormSection? form)
    {
        if (reader.Node("form") is not { } node)
        {
            return [];
        }

        if (node is not PackList list)
        {
            reader.Problems.Add(node.Source, "Write a list of questions here, or [reason].");
            return [];
        }

        var compiler = new FormCompiler(context).With(form?.Scope ?? new Dictionary<string, FeelType>());
        return compiler.Compile([.. list.Items.Select(item => Question(item, reader, context)).OfType<Question>()]);
    }

    private static Question? Question(PackNode item, NodeReader reader, SectionContext context) => item is PackScalar { Value: Reason }
        ? reader.Item<Question>("form", ReasonOf(item.Source), r => new LongTextQuestion(r))
        : reader.Item("form", item, r => QuestionList.One(r, context));

    private static PackMap ReasonOf(PackSource at) => new(
        [Entry("id", Reason, at), Entry("label", "Reason", at), Entry("max-length", "2000", at)], at);

    private static PackEntry Entry(string key, string value, PackSource at) => new(key, at, new PackScalar(value, at));
}
