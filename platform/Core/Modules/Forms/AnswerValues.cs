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
            JsonValueKind.Number => answer.GetValue<decimal>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => answer.GetValue<string>(),
        },
    };
}
