using System.Text.RegularExpressions;

namespace Platform.Cli.Modules;

/// <summary>The template of modules.</summary>
internal static partial class TemplateFiles
{
    /// <summary>In the repository.</summary>
    public const string Folder = "templates/module";

    /// <summary>The template's own name, as it stands in files and in their names.</summary>
    public const string Word = "Sample";

    private static readonly string[] Built = ["bin", "obj", "packages.lock.json"];

    /// <exception cref="IOException">The name cannot be a module's, or this is no repository of the platform.</exception>
    public static void Demand(string root, string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new IOException($"'{name}' cannot be the name of a module: write a capital, then letters and digits, as Permits or FishingRights.");
        }

        if (!Directory.Exists(Path.Combine(root, Folder, Word)))
        {
            throw new IOException($"There is no {Folder} in {root}; go to the root of the platform's repository, or name it with --root DIR.");
        }
    }

    /// <param name="renamed">Turns the template's words into the module's, in files and in their names.</param>
    /// <returns>What was written.</returns>
    public static IReadOnlyList<string> Copy(string source, string target, Func<string, string> renamed)
    {
        var written = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(source, f)).Where(f => !f.Split('/', '\\').Any(Built.Contains)))
        {
            written.Add(Path.Combine(target, renamed(file)));
            Directory.CreateDirectory(Path.GetDirectoryName(written[^1])!);
            File.WriteAllText(written[^1], renamed(File.ReadAllText(Path.Combine(source, file))));
        }

        return written;
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{1,39}$")]
    private static partial Regex Name();
}
