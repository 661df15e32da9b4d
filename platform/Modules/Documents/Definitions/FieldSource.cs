using System.Text.Json.Nodes;
using NodaTime;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Documents.Definitions;

/// <summary>
/// Where a field's value comes from: an answer to a question (kept as answered, so that it can be written in any language), or a FEEL
/// expression (kept as text).
/// </summary>
/// <param name="Path">To the answer, as <c>village</c>, <c>parents.parent_name</c>, <c>action.finding</c>.</param>
/// <param name="Asked">The question behind the path; null where the value is worked out.</param>
/// <param name="Rule">The expression; null where an answer is named.</param>
public sealed record FieldSource(string Path, FormQuestion? Asked, Rule? Rule)
{
    internal const string Action = "action";

    internal static FieldSource Nothing { get; } = new("", null, null);

    /// <summary>The questions of a group, for templates that walk its items.</summary>
    public IReadOnlyList<FormQuestion> Items => Asked?.Items ?? [];

    /// <summary>True for one answer to one question: what an official can correct.</summary>
    public bool IsSingle => Asked is { Items.Count: 0 } && Path.Count(c => c == '.') == (Path.StartsWith(Action + '.', StringComparison.Ordinal) ? 1 : 0);

    /// <summary>What the document keeps; null where nothing was answered.</summary>
    public JsonNode? Take(ActionContext context, FeelMoment moment) => Rule is null
        ? Walk(Path.StartsWith(Action + '.', StringComparison.Ordinal) ? new JsonObject { [Action] = context.Given.DeepClone() } : context.Answers, Path.Split('.'))
        : Text(Rule.Value(context.Values, moment));

    /// <summary>The kept value in words.</summary>
    public string Show(JsonNode? kept, AnswerShowing showing) => (kept, Asked) switch
    {
        (null, _) => "",
        (JsonArray list, { Items.Count: 0 } one) when !IsSingle => showing.T.Formats().List([.. list.Where(i => i is not null).Select(i => one.Question.Show(i!, showing))]),
        (_, { } one) => one.Question.Show(kept, showing),
        _ => (string?)kept ?? "",
    };

    private static JsonNode? Walk(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.Length == 0 || node is null)
        {
            return node?.DeepClone();
        }

        if (node is not JsonArray items)
        {
            return node is JsonObject map ? Walk(map[path[0]], path[1..]) : null;
        }

        var found = new JsonArray();
        foreach (var item in items)
        {
            found.Add(Walk(item, path));
        }

        return found;
    }

    private static JsonValue? Text(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        LocalDate date => JsonValue.Create(date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(FeelText.Format(value)),
    };
}
