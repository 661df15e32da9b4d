namespace Platform.Cli.Releases.Sources;

/// <summary>Lays the selected sources into an empty folder, where nothing can be that an earlier build has left.</summary>
internal static class SourceStaging
{
    /// <returns>Path inside the archive, and the file; with the note that says where the sources come from.</returns>
    public static SortedDictionary<string, string> Lay(SourceFiles sources, SourceSelection selection, SourceRewrites rewrites, string folder)
    {
        var laid = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in selection.Paths)
        {
            var file = laid[path] = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(sources.FileOf(path), file);
            if (rewrites.Rewrite(path, file) is { } text)
            {
                File.WriteAllText(file, text);
            }
        }

        return laid;
    }

    /// <summary>Adds the note, once nothing is written to the sources any more.</summary>
    public static void Note(SourceFiles sources, SortedDictionary<string, string> laid, string folder)
    {
        File.WriteAllText(Path.Combine(folder, SourceFiles.Note), SourceFiles.NoteOf(folder, sources.Commit, sources.Date, laid.Keys));
        laid[SourceFiles.Note] = Path.Combine(folder, SourceFiles.Note);
    }
}
