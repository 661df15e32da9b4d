using Platform.Core.Feel;

namespace Platform.Cli.Import.Forms.Writing;

/// <summary>What expressions may read at a place of a form: facts, and the answers before it, as <c>FormCompiler</c> of the cases module has it.</summary>
internal sealed class FormScope(IReadOnlyDictionary<string, FeelType> names)
{
    private readonly Dictionary<string, FeelType> names = new(names);

    public FormScope Inside() => new(names);

    public void Ask(QuestionDraft question, FeelType? computed = null) => names[question.Id] = computed ?? TypeOf(question);

    /// <returns>Null where FEEL takes it; else why not.</returns>
    public string? Refuses(string text, FeelType? expected, out FeelType type)
    {
        var expression = FeelExpression.Compile(text, new FeelType.Context(names), expected, out var errors);
        type = expression?.Type ?? FeelType.Any;
        return errors.Count == 0 ? null : errors[0].Message;
    }

    private static FeelType TypeOf(QuestionDraft question) => question.Type switch
    {
        "number" or "money" => FeelType.Number,
        "yes-no" or "declaration" => FeelType.Boolean,
        "date" => FeelType.Date,
        "time" => FeelType.Time,
        "choices" => new FeelType.List(FeelType.String),
        "address" => Context(("area", FeelType.String), ("line", FeelType.String)),
        "file" => Context(("name", FeelType.String), ("size", FeelType.Number), ("type", FeelType.String)),
        "group" => new FeelType.List(new FeelType.Context(question.Items.ToDictionary(i => i.Id, TypeOf))),
        "computed" => FeelType.Any,
        _ => FeelType.String,
    };

    private static FeelType.Context Context(params (string Name, FeelType Type)[] members) => new(members.ToDictionary(m => m.Name, m => m.Type));
}
