using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Api;

/// <summary>Answers in JSON: read as if typed, so that page and endpoint check alike.</summary>
internal static class ApiAnswers
{
    /// <summary>Outside of groups a file that is not spoken of stays; null takes it away.</summary>
    /// <param name="files">Those of the case: an answer names one by its id.</param>
    public static Typed ToTyped(FormPage page, JsonObject answers, Typed stored, IReadOnlyList<FileAnswer> files)
    {
        var typed = page.Questions.Aggregate(Typed.Nothing, (all, q) => all.And(Typed.From(answers[q.Id]).Under(q.Id)));
        var known = files.ToDictionary(f => f.Id, f => f.ToTyped());
        return FileFields.Replace(page, typed, (file, given) =>
            page.Questions.Any(q => q.Id == file.Field) && !answers.ContainsKey(file.Field) ? stored.Below(file.Field)
            : Guid.TryParse(given["id"], out var id) && known.TryGetValue(id, out var named) ? file.Question.Taken(named)
            : Typed.Nothing);
    }

    /// <summary>RFC 9457: every mistake, by field.</summary>
    public static IResult Mistakes(IEnumerable<FilledQuestion> questions) => Results.ValidationProblem(ByField(questions), statusCode: StatusCodes.Status422UnprocessableEntity);

    public static Dictionary<string, string[]> ByField(IEnumerable<FilledQuestion> questions) => questions.SelectMany(q => q.All)
        .SelectMany(q => q.Mistakes.Select(m => (Field: m.Part.Length == 0 ? q.Field : $"{q.Field}.{m.Part}", m.Text)))
        .GroupBy(m => m.Field).ToDictionary(g => g.Key, g => g.Select(m => m.Text).ToArray());
}

/// <summary>The small form of an action; empty where there is no body, null for what is no JSON object.</summary>
/// <remarks>Read here and not bound: an endpoint with a bound body is passed over by routing when a request names no content type.</remarks>
internal sealed record GivenForm(JsonObject? Answers)
{
    public static async ValueTask<GivenForm> BindAsync(HttpContext http)
    {
        var request = http.Request;
        try
        {
            return new(request.HasJsonContentType() ? await JsonNode.ParseAsync(request.Body, cancellationToken: http.RequestAborted) as JsonObject
                : request.ContentLength is null or 0 ? [] : null);
        }
        catch (JsonException)
        {
            return new((JsonObject?)null);
        }
    }
}

/// <summary>Versions as strong entity tags (RFC 9110, 8.8.3).</summary>
internal static class ETags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Null where none was sent; a tag that is none of ours (a weak one, several, <c>*</c>) matches nothing.</summary>
    public static long? Version(string? match) => string.IsNullOrEmpty(match) ? null
        : match is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
