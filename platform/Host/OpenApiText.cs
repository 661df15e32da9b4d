using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Host;

/// <summary>The API's description at <c>/openapi/v1.json</c>: what stands below <c>/api/v1</c>, and nothing else.</summary>
internal static class OpenApiText
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false;
        // Read by a converter of ours, of which the description cannot know that it takes objects only.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            schema.Type = context.JsonTypeInfo.Type == typeof(JsonObject) ? JsonSchemaType.Object : schema.Type;
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, context, _) =>
        {
            var services = context.ApplicationServices;
            var pack = services.GetRequiredService<ActivePack>().Current.Pack;
            document.Info.Title = services.GetRequiredService<Texts>().Get(pack.SourceLanguage, pack.Brand.Name).Value;
            document.Info.Version = "1";
            // The description is the same wherever it is read; servers would name the machine.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    }
}
