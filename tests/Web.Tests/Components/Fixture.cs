using System.Text.Json;
using Platform.Testing;

namespace Platform.Web.Tests.Components;

/// <summary>An example that govuk-frontend ships with a component: options of its macro and the HTML they give.</summary>
internal sealed record Fixture(string Component, string Name, JsonElement Options, string Html)
{
    private static readonly string Folder = Path.Combine(TestFolder.RepositoryRoot, "platform/Web/node_modules/govuk-frontend/dist/govuk/components");

    public static IReadOnlyList<Fixture> Of(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return [.. document.RootElement.GetProperty("fixtures").EnumerateArray().Select(f =>
            new Fixture(component, f.GetProperty("name").GetString()!, f.GetProperty("options").Clone(), f.GetProperty("html").GetString()!))];
    }

    /// <summary>The paths of all options that the example sets, as <c>items[].hint.text</c>.</summary>
    public IEnumerable<string> Paths() => Paths(Options, "").Distinct();

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Paths(e, path + "[]")),
        JsonValueKind.Null or JsonValueKind.False when path.Length > 0 => [path],
        _ => [path],
    };
}
