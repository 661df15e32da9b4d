using System.Text.Json.Nodes;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Drafts;

/// <summary>
/// What an office knows already is shown with "Is this still right?" and counts only once the person has said so. Answered in the part
/// <c>_still</c>; what she then wants to change she writes anew.
/// </summary>
internal static class Prefill
{
    /// <summary>The part of a question's fields in which a person says <c>yes</c> or <c>no</c>.</summary>
    public const string Still = "_still";

    /// <summary>What is known for the questions of a page that nobody has answered on it yet.</summary>
    public static Typed Of(FormPage page, JsonObject facts, Typed stored) => Known(page, facts)
        .Where(k => stored.Below(k.Question.Id).Fields.All(f => f == Still))
        .Aggregate(Typed.Nothing, (all, known) => all.And(known.Typed.Under(known.Question.Id)));

    /// <summary>What was typed, with what the person said is still right.</summary>
    public static Typed Confirm(FormPage page, JsonObject facts, Typed typed) => Known(page, facts).Aggregate(typed, (all, known) =>
    {
        var (id, own) = (known.Question.Id, all.Below(known.Question.Id));
        return own[Still] switch
        {
            "yes" => all.Without(id).And(known.Typed.Under(id)),
            "no" => all.Without(id).With(id, ""),
            _ when own.Without(Still).WasAsked => all.Without(id).And(own.Without(Still).Under(id)),
            _ => all,
        };
    });

    /// <summary>True where the person said that something is no longer right: she is asked for it.</summary>
    public static bool Changes(FormPage page, Typed typed) => page.Questions.Any(q => typed.Below(q.Id)[Still] == "no");

    private static IEnumerable<(Question Question, Typed Typed)> Known(FormPage page, JsonObject facts) =>
        from question in page.Questions.Select(q => q.Question)
        where question.Prefill is not null
        let known = Find(facts, question.Prefill!.Value)
        where known is not null
        select (question, question.ToTyped(known));

    private static JsonNode? Find(JsonObject facts, string path) =>
        path.Split('.').Aggregate((JsonNode?)facts, (node, name) => (node as JsonObject)?[name]);
}
