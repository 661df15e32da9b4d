using Platform.Cli.Packs;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Forms.Writing;

/// <summary>The pack in which a service's file stands, as far as a new service must know it; a file outside of packs has none.</summary>
internal sealed class PackOfService
{
    private PackOfService(string? folder, Pack? pack) => (Folder, Pack) = (folder, pack);

    public string? Folder { get; }

    /// <summary>Null too where the pack has mistakes of its own.</summary>
    public Pack? Pack { get; }

    /// <summary>What is wrong with it has to be mended before one knows which languages it has.</summary>
    public bool HasMistakes => Folder is not null && Pack is null;

    public string? SourceLanguage => Pack?.SourceLanguage;

    public IReadOnlyList<string> Languages => Pack?.Languages ?? [];

    /// <summary>Looks for <c>pack.yaml</c> above <c>services/</c>.</summary>
    public static PackOfService Of(string file)
    {
        var services = Path.GetDirectoryName(Path.GetFullPath(file));
        var folder = Path.GetFileName(services) == "services" ? Path.GetDirectoryName(services) : null;
        return folder is not null && File.Exists(Path.Combine(folder, "pack.yaml")) ? new(folder, PackCheck.Load(folder, production: false).Pack) : new(null, null);
    }

    /// <summary>The body that is named, else the first of the pack.</summary>
    public string? Organization(string? named) => named ?? (Pack is { Organizations: [var first, ..] } ? first.Id : null);

    /// <summary>A role that may decide, as somebody must be able to do something in every state; null: the pack has none.</summary>
    public string? Decider => Pack?.Roles.FirstOrDefault(r => r.Permissions.Contains("cases.decide"))?.Id;
}
