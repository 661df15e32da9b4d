using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Core.Packs;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Signing;

/// <summary>
/// What is signed of a document: what is printed on it, in its first language, as canonical JSON (RFC 8785) with the names of RFC 7519 where
/// there are any. It carries no code and no identity of the case: it proves what stands on the paper, and nothing else.
/// </summary>
/// <param name="Fields">As printed.</param>
public sealed record SignedPayload(Guid DocumentId, IReadOnlyList<TextField> Fields)
{
    /// <summary>The header's <c>typ</c>.</summary>
    public const string Type = "certificate+jws";

    internal const string Holder = "holder";

    internal static byte[] Of(OpenDocument document, DocumentText text, string issuer) => Encoding.UTF8.GetBytes(CanonicalJson.Write(new JsonObject
    {
        ["iss"] = issuer,
        ["jti"] = document.Row.DocumentId.ToString("D"),
        ["language"] = text.Language,
        ["title"] = text.Title,
        ["organization"] = text.Organization,
        ["number"] = text.Number,
        ["issued"] = Day(document.Row.IssuedOn),
        ["valid_until"] = document.Row.ValidUntil is { } until ? Day(until) : null,
        ["holder"] = text.Holder,
        ["fields"] = new JsonArray([.. text.Filled.Select(f => (JsonNode)new JsonObject { ["id"] = f.Id, ["label"] = f.Label, ["text"] = f.Text })]),
    }));

    /// <param name="payload">Of a verified signature.</param>
    internal static SignedPayload Parse(ReadOnlySpan<byte> payload)
    {
        var signed = JsonNode.Parse(payload)!.AsObject();
        string Text(JsonNode? node) => (string?)node ?? "";
        return new(
            Guid.Parse(Text(signed["jti"])),
            [
                new(Holder, "", Text(signed["holder"])),
                .. signed["fields"]!.AsArray().Select(f => new TextField(Text(f!["id"]), Text(f["label"]), Text(f["text"]))),
            ]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
