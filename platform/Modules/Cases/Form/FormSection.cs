using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form.Questions;
using Platform.Modules.Cases.Routing;

namespace Platform.Modules.Cases.Form;

/// <summary>One page of questions.</summary>
/// <param name="Condition"><paramref name="When"/> as the pack wrote it.</param>
public sealed record FormPage(string Id, PackText? Title, Rule? When, IReadOnlyList<FormQuestion> Questions, PackScalar? Condition = null);

/// <summary>A question with its expressions compiled.</summary>
/// <param name="Value">Of a computed question.</param>
/// <param name="Items">Of a group: what is asked of each.</param>
public sealed record FormQuestion(Question Question, Rule? When, Rule? Must, Rule? Value, IReadOnlyList<FormQuestion> Items)
{
    public string Id => Question.Id;
}

/// <summary>The section <c>form</c>: what is asked, page by page. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class FormSection : IPackSection<FormSection>, IServiceOffer
{
    // Addresses below /apply/{case} that are no page of questions.
    private static readonly string[] OwnSteps = ["check", "delete", "sent"];

    private FormSection(string service, IReadOnlyList<FormPage> pages, IReadOnlyDictionary<string, FeelType> scope, IReadOnlyDictionary<string, FactKind> facts)
    {
        (StartPath, PaperPath, Pages, Scope) = ($"/apply/{service}", $"/services/{service}/paper", pages, scope);
        Asked = [.. from page in pages let asked = AskedIn(page.Questions, facts) where asked.Count > 0 select new AskedPage(page.Title ?? asked[0].Label, page.When is not null, asked)];
    }

    public string? StartPath { get; }

    public string? PaperPath { get; }

    public IReadOnlyList<AskedPage>? Asked { get; }

    public IReadOnlyList<FormPage> Pages { get; }

    /// <summary>What expressions of later sections may read: facts and every answer.</summary>
    public IReadOnlyDictionary<string, FeelType> Scope { get; }

    public IEnumerable<FormQuestion> Questions => Pages.SelectMany(p => p.Questions);

    public static FormSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var compiler = new FormCompiler(context);
        var pages = context.List(node, reader => Page(reader, context, compiler));
        compiler.ReportUnreachable(pages);
        RoutingSection.CheckVariant(context);
        return new(context.ServiceId, pages, compiler.Scope, context.Schema.Facts);
    }

    public FormPage? Page(string id) => Pages.FirstOrDefault(p => p.Id == id);

    // What is computed is asked of nobody.
    private static IReadOnlyList<AskedQuestion> AskedIn(IReadOnlyList<FormQuestion> questions, IReadOnlyDictionary<string, FactKind> facts) =>
    [
        .. from one in questions
           let question = one.Question
           where question is not ComputedQuestion
           let known = question.Prefill is { } path ? facts.GetValueOrDefault(path.Value.Split('.')[0]) : null
           select new AskedQuestion(question.Label, question.Optional, question.When is not null, known, AskedIn(one.Items, facts)),
    ];

    private static FormPage Page(NodeReader reader, SectionContext context, FormCompiler compiler)
    {
        var id = reader.Id("page");
        if (OwnSteps.Contains(id))
        {
            reader.Problems.Add(reader.Source, "Every form has a page '{0}' of the platform: give this page another id.", id);
        }

        var condition = reader.Scalar("when");
        var when = compiler.Condition(condition);
        var page = new FormPage(id, reader.OptionalText("title"), when, compiler.Compile(QuestionList.Read(reader, "questions", context)), condition);
        if (page.Questions.Count == 0 && !reader.Has("questions"))
        {
            reader.Problems.Add(reader.Source, "The page '{0}' asks nothing: write 'questions: [...]', or remove it.", id);
        }

        return page;
    }
}
