namespace Platform.Cli.Modules;

/// <summary>The host's plain list of modules, as text.</summary>
internal static class HostList
{
    private const string Using = "using Platform.Modules.";

    /// <summary>Puts a module at the end: everything it may depend on stands before it.</summary>
    /// <exception cref="IOException">The file has another form than the platform gave it.</exception>
    public static void Add(string path, string name)
    {
        var lines = File.ReadAllLines(path).ToList();
        var last = lines.FindLastIndex(line => line.TrimStart().StartsWith("new ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("Module(),", StringComparison.Ordinal));
        if (last < 0)
        {
            throw new IOException($"{path} holds no list of modules; add this line by hand: new {name}Module(),");
        }

        lines.Insert(last + 1, $"        new {name}Module(),");
        var use = $"{Using}{name};";
        var after = lines.FindIndex(line => line.StartsWith(Using, StringComparison.Ordinal) && string.CompareOrdinal(line, use) > 0);
        lines.Insert(after >= 0 ? after : lines.FindLastIndex(line => line.StartsWith("using ", StringComparison.Ordinal)) + 1, use);
        File.WriteAllText(path, string.Join('\n', lines) + '\n');
    }
}
