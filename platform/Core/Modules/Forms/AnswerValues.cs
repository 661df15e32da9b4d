using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Core.Modules.Forms;

/// <summary>Answers, stored as JSON, in the forms that expressions read.</summary>
public static class AnswerValues
{
    /// <summary>Texts, numbers (decimal), booleans, lists and contexts; whatever needs another form says so in its question type.</summary>
    public static object? ToFeel(JsonNode? answer) => answer switch
    {
        null => null,
        JsonObject members => members.ToDictionary(m => m.Key, m => ToFeel(m.Value)),
        JsonArray items => items.Select(ToFeel).ToList(),
        _ => answer.GetValueKind() switch
        {
            JsonValueKind.Number => Number(answer.AsValue()),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => answer.GetValue<string>(),
        },
    };

    // A fact may say 3, which is no decimal until it is written and read again.
    private static decimal Number(JsonValue number) => number.TryGetValue<decimal>(out var value) ? value : number.Deserialize<decimal>();
}
