using Microsoft.Extensions.Configuration;

namespace Platform.Modules.Notices.Folder;

/// <summary>Where a demonstration lays down what would have been sent.</summary>
/// <param name="Path">Null outside demonstrations.</param>
internal sealed record OutboxFolder(string? Path)
{
    public static OutboxFolder Of(IConfiguration configuration) =>
        new(configuration.GetValue("demo", false) ? System.IO.Path.Combine(System.IO.Path.GetFullPath(configuration["data"] ?? "data"), "outbox") : null);
}
