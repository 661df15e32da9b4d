using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>JsonLogic (jsonlogic.com/operations.html): an object with an operation and its values.</summary>
internal static class JsonLogic
{
    /// <exception cref="NotCarriedException">An operation has no counterpart.</exception>
    public static Term Read(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } rule => Operation(rule.First().Key, rule.First().Value),
        JsonObject => throw new NotCarriedException("a rule of JSON logic has exactly one operation"),
        JsonArray => throw new NotCarriedException("a list of values stands where FEEL needs one"),
        _ => new Fixed(node.Plain()),
    };

    private static Term Operation(string name, JsonNode? node)
    {
        if (name == "var")
        {
            return Variable(node);
        }

        var values = node is JsonArray several ? [.. several] : new[] { node };
        return (name, values) switch
        {
            ("==" or "===", [var a, var b]) => new Test("=", Read(a), Read(b)),
            ("!=" or "!==", [var a, var b]) => new Test("!=", Read(a), Read(b)),
            ("<" or "<=" or ">" or ">=", [var a, var b]) => new Test(name, Read(a), Read(b)),
            ("<" or "<=", [var a, var b, var c]) => Term.And([new Test(name, Read(a), Read(b)), new Test(name, Read(b), Read(c))])!,
            ("and", _) => Term.And([.. values.Select(Read)])!,
            ("or", _) => Term.Or([.. values.Select(Read)]),
            ("!", [var of]) => new Not(Read(of)),
            ("!!", [var of]) => new Call("answered", Read(of)),
            ("if" or "?:", [var a, var b, var c]) => new Choose(Read(a), Read(b), Read(c)),
            ("in", [var one, JsonArray list]) => new Call("among", Read(one), new Fixed(list.Select(JsonParts.Plain).ToList())),
            ("in", [var part, var whole]) => new Call("includes", Read(whole), Read(part)),
            ("+" or "-" or "*" or "/", [var a, var b]) => new Sum(name, Read(a), Read(b)),
            ("min" or "max", _) => new Call(name, [.. values.Select(Read)]),
            ("cat", _) => new Call("concat", [.. values.Select(Read)]),
            _ => throw new NotCarriedException($"'{name}' of JSON logic has no counterpart"),
        };
    }

    // In form.io: data.x and row.x; "input" is the component's own answer in a check.
    private static Term Variable(JsonNode? node) => (node is JsonArray list ? list[0] : node)?.ToString() switch
    {
        "input" => new Own(),
        { Length: > 0 } path => new Answer(path.Split('.') is ["data" or "row", .. var rest] ? string.Join('.', rest) : path),
        _ => throw new NotCarriedException("a variable of JSON logic without a name"),
    };
}
