using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Feeds;

/// <summary>A pack of services that differ only in the day from which they hold and how often they were corrected; no demonstration.</summary>
internal sealed class NotesPack : IDisposable
{
    private const string Name = "one-question";

    private static readonly string Model = System.IO.Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs", Name);

    private readonly TestFolder folder = new();

    public NotesPack(params (string Id, string ValidFrom, int Revision)[] services)
    {
        Directory.CreateDirectory(folder[$"{Name}/services"]);
        foreach (var file in Directory.EnumerateFiles(Model))
        {
            File.WriteAllText(folder[$"{Name}/{System.IO.Path.GetFileName(file)}"], File.ReadAllText(file).Replace("demonstration: true", "demonstration: false", StringComparison.Ordinal));
        }

        var note = File.ReadAllText(System.IO.Path.Combine(Model, "services/note.yaml"));
        foreach (var (id, validFrom, revision) in services)
        {
            File.WriteAllText(folder[$"{Name}/services/{id}.yaml"], note
                .Replace("id: note\norganization", $"id: {id}\norganization", StringComparison.Ordinal)
                .Replace("title: Leave a note", $"title: {id}", StringComparison.Ordinal)
                .Replace("valid-from: 2026-01-01", $"valid-from: {validFrom}\nrevision: {revision}", StringComparison.Ordinal));
        }
    }

    public string Path => folder[Name];

    public void Dispose() => folder.Dispose();
}
