using Platform.Cli.Import.Forms.Terms;
using Platform.Core.Feel;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Forms.Writing;

/// <summary>Writes a draft as the section <c>form</c>. Each expression is compiled as the platform will compile it; what does not compile is told and left out.</summary>
/// <param name="language">That of the service's own texts.</param>
internal sealed class FormSectionWriter(FormDraft form, FormNames names, IReadOnlyDictionary<string, FeelType> facts, string language)
{
    private readonly List<(string Address, FormText Text)> texts = [];

    /// <summary>Every text by its address below <c>form</c>, for translations.</summary>
    public IReadOnlyList<(string Address, FormText Text)> Texts => texts;

    public PackList Write()
    {
        var scope = new FormScope(facts);
        return new([.. form.Pages.Where(p => p.Questions.Count > 0).Select(p => Page(p, scope))], default);
    }

    private PackMap Page(PageDraft page, FormScope scope)
    {
        var map = new MapDraft().With("page", page.Id).With("title", Text(page.Title, $"{page.Id}.title")).With("when", Condition(page.When, null, scope));
        var list = page.Questions.Select(q => (PackNode)Question(q, page.Id, scope)).ToList();
        return map.With("questions", new PackList(list, default)).Map;
    }

    private PackMap Question(QuestionDraft question, string address, FormScope scope)
    {
        var own = $"{address}.{question.Id}";
        var (items, computed) = (Items(question, own, scope), Computed(question, scope, out var type));
        var before = scope.Inside();
        scope.Ask(question, type);
        var map = new MapDraft().With("id", question.Id).With("type", question.Type).With("label", Text(question.Label, $"{own}.label")).With("hint", Text(question.Hint, $"{own}.hint"))
            .With("optional", question.Optional && question.Type is not ("declaration" or "computed") ? "true" : null)
            .With("when", Condition(question.When, question, before));
        var must = Must(question, scope);
        map.With("must", must).With("error", must is null ? null : Text(question.Error, $"{own}.error")).With("value", computed);
        question.Keys.ForEach(k => map.With(k.Key, k.Value));
        return map.With("accept", question.Accept).With("options", Options(question, own)).With("questions", items).Map;
    }

    private PackList? Items(QuestionDraft question, string address, FormScope scope)
    {
        var inside = scope.Inside();
        return question.Items.Count == 0 ? null : new([.. question.Items.Select(i => Question(i, address, inside))], default);
    }

    private string? Computed(QuestionDraft question, FormScope scope, out FeelType? type)
    {
        type = null;
        if (question.Value is null)
        {
            return null;
        }

        var text = Said(question.Value, question, scope, null, out var found, out var reason);
        type = found;
        if (text is null)
        {
            question.Counted.ForEach(c => c.Lose(reason!));
        }

        return text ?? "null";
    }

    private PackList? Options(QuestionDraft question, string address) => question.Options.Count == 0 ? null : new(
        [.. question.Options.Select(o => new MapDraft().With("id", o.Id).With("label", Text(o.Label, $"{address}.options.{o.Id}.label")).With("hint", Text(o.Hint, $"{address}.options.{o.Id}.hint")).Map)], default);

    // What hangs on several conditions hangs on all; one that cannot be said is left out, and told.
    private string? Condition(List<ConditionDraft> conditions, QuestionDraft? at, FormScope scope)
    {
        var said = new List<Term>();
        foreach (var condition in conditions.Where(c => c.Term is not null))
        {
            if (Said(condition.Term!, at, scope, FeelType.Boolean, out _, out var reason) is null)
            {
                condition.Found.Lose(reason!);
            }
            else
            {
                said.Add(condition.Term!);
            }
        }

        // A way through pages may name several conditions; it is one term.
        return Term.And([.. said.Distinct()]) is { } all ? Said(all, at, scope, FeelType.Boolean, out _, out _) : null;
    }

    private string? Must(QuestionDraft question, FormScope scope)
    {
        var said = new List<Term>();
        foreach (var (where, term) in question.Must)
        {
            if (Said(term, question, scope, FeelType.Boolean, out _, out var reason) is null)
            {
                form.Carrying.Note(where, reason!);
            }
            else
            {
                said.Add(term);
            }
        }

        return Term.And(said) is { } all ? Said(all, question, scope, FeelType.Boolean, out _, out _) : null;
    }

    private string? Said(Term term, QuestionDraft? at, FormScope scope, FeelType? expected, out FeelType type, out string? reason)
    {
        try
        {
            var text = new FeelWriter(at, name => names.Find(name, at)).Write(term);
            reason = scope.Refuses(text, expected, out type) is { } refused ? $"in FEEL it would be {text}: {refused}" : null;
            return reason is null ? text : null;
        }
        catch (NotCarriedException error)
        {
            (type, reason) = (FeelType.Any, error.Message);
            return null;
        }
    }

    private PackScalar? Text(FormText? text, string address)
    {
        if (text is null)
        {
            return null;
        }

        texts.Add((address, text));
        return new(text.In(language), default, quoted: true);
    }
}
