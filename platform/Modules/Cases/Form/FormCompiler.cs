using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form;

/// <summary>Compiles the expressions of a form in the order of its questions: each reads facts and the answers before it.</summary>
internal sealed class FormCompiler(SectionContext context)
{
    private readonly HashSet<string> own = [];
    private readonly Dictionary<string, FeelType> scope = context.Schema.Facts.ToDictionary(f => f.Key, f => f.Value.Type);

    public IReadOnlyDictionary<string, FeelType> Scope => scope;

    public Rule? Condition(PackScalar? text) => Rule.Compile(text, scope, FeelType.Boolean, context.Problems);

    /// <summary>For an action's small form, whose answers are read beside those of the case.</summary>
    public FormCompiler With(IReadOnlyDictionary<string, FeelType> names)
    {
        foreach (var (name, type) in names)
        {
            scope[name] = type;
        }

        return this;
    }

    public IReadOnlyList<FormQuestion> Compile(IReadOnlyList<Question> questions)
    {
        var compiled = new List<FormQuestion>();
        foreach (var question in questions)
        {
            var when = Condition(question.When);
            var value = question is ComputedQuestion computed ? Value(computed) : null;
            var items = question is GroupQuestion group ? Items(group) : [];
            Name(question, question.Type);
            CheckPrefill(question);
            compiled.Add(new(question, when, Condition(question.Must), value, items));
        }

        return compiled;
    }

    public void ReportUnreachable(IReadOnlyList<FormPage> pages)
    {
        foreach (var page in pages.Where(p => p.When is { } when && when.IsNever))
        {
            context.Problems.Add(page.Questions[0].Question.Source, "The page '{0}' is never reached: its 'when' is always false.", page.Id);
        }
    }

    private Rule? Value(ComputedQuestion computed)
    {
        var value = Rule.Compile(computed.Value, scope, null, context.Problems);
        computed.Gives = value?.Type ?? FeelType.Any;
        if (!ComputedQuestion.CanKeep(computed.Gives))
        {
            context.Problems.Add(computed.Source, "'{0}' gives a {1}, which is no answer: let it give a number, a text, a date, or yes or no.", computed.Id, computed.Gives);
        }

        return value;
    }

    // Inside an item its own answers come first; outside, the group is a list.
    private IReadOnlyList<FormQuestion> Items(GroupQuestion group)
    {
        var inner = new FormCompiler(context).With(scope);
        return inner.Compile(group.Questions);
    }

    // Names from outside this form (an action's, an item's) may be taken again: its own come first.
    private void Name(Question question, FeelType type)
    {
        if (context.Schema.Facts.ContainsKey(question.Id))
        {
            context.Problems.Add(question.Source, "'{0}' is the name of a fact: give the question another id.", question.Id);
        }
        else if (!own.Add(question.Id))
        {
            context.Problems.Add(question.Source, "Another question of this form has the id '{0}': give one of the two another id.", question.Id);
        }
        else
        {
            scope[question.Id] = type;
        }
    }

    private void CheckPrefill(Question question)
    {
        if (question.Prefill is { } path)
        {
            Rule.Compile(path, context.Schema.Facts.ToDictionary(f => f.Key, f => f.Value.Type), null, context.Problems);
        }
    }
}
