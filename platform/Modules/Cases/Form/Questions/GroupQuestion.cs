using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>The same questions for several people or things, with "add another". The form itself reads its items, each by its own questions.</summary>
internal class GroupQuestion(NodeReader reader, IReadOnlyList<Question> questions) : Question(reader), IQuestion<GroupQuestion>
{
    private const int Most = 50;

    public IReadOnlyList<Question> Questions => questions;

    /// <summary>How many there must be; at least one where the group is not optional.</summary>
    public int Min { get; } = reader.Whole("min", 0, Most) ?? (reader.Flag("optional") ? 0 : 1);

    public int Max { get; } = reader.Whole("max", 1, Most) ?? Most;

    /// <summary>What one of them is called.</summary>
    public PackText? Item { get; } = reader.OptionalText("item");

    /// <summary>The words on the button.</summary>
    public PackText? Add { get; } = reader.OptionalText("add");

    public override FeelType Type { get; } = new FeelType.List(new FeelType.Context(questions.DistinctBy(q => q.Id).ToDictionary(q => q.Id, q => q.Type)));

    public override bool HasSeveralFields => true;

    public override bool FitsCell => false;

    /// <summary>How many to show at the first look.</summary>
    protected virtual int AtFirst => Min;

    public static GroupQuestion Read(NodeReader reader, SectionContext context) => Checked(new GroupQuestion(reader, QuestionList.Read(reader, "questions", context)), reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading) => null;

    public override string Show(JsonNode answer, AnswerShowing showing) => answer.AsArray().Count == 0
        ? showing.T["Not answered"]
        : string.Join("; ", answer.AsArray().Select(item => showing.T.Formats().List(
            [.. questions.Where(q => item![q.Id] is not null).Select(q => q.Show(item![q.Id]!, showing))])));

    public override object? ToFeel(JsonNode answer) => answer.AsArray()
        .Select(item => (object?)questions.ToDictionary(q => q.Id, q => item![q.Id] is { } value ? q.ToFeel(value) : null)).ToList();

    public override Typed ToTyped(JsonNode answer) => answer.AsArray()
        .SelectMany((item, n) => questions.Where(q => item![q.Id] is not null).Select(q => q.ToTyped(item![q.Id]!).Under(q.Id).Under($"{n}")))
        .Aggregate(Typed.Nothing, (all, one) => all.And(one));

    public override IEnumerable<Guid> Files(JsonNode answer) =>
        answer.AsArray().SelectMany(item => questions.Where(q => item![q.Id] is not null).SelectMany(q => q.Files(item![q.Id]!)));

    public override string Missing(IStringLocalizer t, string label) => t["{0}: add at least {1}", label, Min];

    /// <summary>How many items were typed.</summary>
    public static int Count(Typed typed) => typed.Fields.Select(f => f.Split('.')[0]).Select(n => TypedNumber.Whole(n) is >= 0 and < Most and var at ? at + 1 : 0).DefaultIfEmpty().Max();

    /// <summary>How many to show.</summary>
    public int Shown(Typed typed) => typed.WasAsked ? Count(typed) : AtFirst;

    /// <summary>True for an item that is not one, however often it is shown: it asks for nothing and gives no answer.</summary>
    public virtual bool LeavesOut(Typed item) => false;

    /// <summary>What a person calls the item at this place, from 0.</summary>
    public virtual string NameOf(int at, IStringLocalizer t) => Item is { } item ? t["{0} {1}", t.Pack(item).Value, at + 1] : t["Number {0}", at + 1];

    protected static T Checked<T>(T group, NodeReader reader) where T : GroupQuestion
    {
        if (group.Min > group.Max)
        {
            reader.Problems.Add(reader.At("max"), "'min' is {0} and 'max' is {1}: nobody can answer '{2}'.", group.Min, group.Max, group.Id);
        }

        return group;
    }
}
