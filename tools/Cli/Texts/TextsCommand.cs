using System.CommandLine;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary><c>egov texts</c>: what translators need.</summary>
internal static class TextsCommand
{
    private static readonly string[] Parts = ["Core", "Web", "Host"];

    public static Command Create() => new("texts", "Collect the texts of the code for translators, and count what is translated.") { Extract(), Status() };

    private static Command Extract()
    {
        var root = new Option<DirectoryInfo>("--root") { Description = "The repository's root.", DefaultValueFactory = _ => new(".") };
        var command = new Command("extract", "Write locales/<name>.pot for Core, Web, Host and each module.\n\nExample: egov texts extract") { root };
        command.SetAction(parse => Run(parse, output =>
        {
            foreach (var (name, folder) in Projects(parse.GetRequiredValue(root).FullName))
            {
                Extract(name, folder, parse.GetRequiredValue(root).FullName, output);
            }
        }));
        return command;
    }

    private static void Extract(string name, string folder, string root, TextWriter output)
    {
        var template = TextScanner.Scan(folder, root);
        var texts = template.Entries.Count - 1;
        if (texts > 0)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "locales")).FullName, $"{name}.pot"), template.ToString());
            output.WriteLine($"locales/{name}.pot: {texts} texts");
        }
    }

    private static Command Status()
    {
        var file = new Argument<FileInfo>("FILE.po") { Description = "A file of translations." };
        var command = new Command("status", "Count as gettext's msgfmt --statistics does.\n\nExample: egov texts status locales/lo/core.po") { file };
        command.SetAction(parse => Run(parse, output =>
        {
            var counted = PoFile.Load(parse.GetRequiredValue(file).FullName).Count();
            output.WriteLine($"{counted.Translated} translated, {counted.Fuzzy} fuzzy, {counted.Untranslated} untranslated");
        }));
        return command;
    }

    private static IEnumerable<(string Name, string Folder)> Projects(string root)
    {
        var platform = Path.Combine(root, "platform");
        var modules = Path.Combine(platform, "Modules");
        return Parts.Select(name => Path.Combine(platform, name))
            .Concat(Directory.Exists(modules) ? Directory.GetDirectories(modules).Order(StringComparer.Ordinal) : [])
            .Where(Directory.Exists)
            .Select(folder => (Path.GetFileName(folder).ToLowerInvariant(), folder));
    }

    private static int Run(ParseResult parse, Action<TextWriter> run)
    {
        try
        {
            run(parse.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception error) when (error is PoException or IOException or UnauthorizedAccessException)
        {
            parse.InvocationConfiguration.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
