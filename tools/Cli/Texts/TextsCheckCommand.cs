using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Texts;

/// <summary><c>egov texts check</c> and <c>egov texts gate</c>.</summary>
internal static class TextsCheckCommand
{
    public static Command Check()
    {
        var what = new Argument<string?>("LANGUAGE|FILE.po") { Description = "One language or one file. Without it, all languages.", Arity = ArgumentArity.ZeroOrOne };
        var pack = new Option<DirectoryInfo?>("--pack") { Description = "Instead, check this pack's own files." };
        var command = new Command("check", "Look for lost placeholders, wrong plural forms, texts too long for their place, and words other than the glossary's (locales/<tag>/glossary.yaml).\n\nExample: egov texts check mn") { what, pack };
        command.SetAction(parse => TextsCommand.Run(parse, output =>
        {
            var found = Find(TextsCommand.Locales(parse), parse.GetValue(what), parse.GetValue(pack));
            Print(output, found.Problems, "");
            Print(output, found.Warnings, "warning: ");
            output.WriteLine($"{Amount.Of(found.Problems.Count, "problem")}, {Amount.Of(found.Warnings.Count, "warning")}");
            return found.Problems.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    public static Command Gate()
    {
        var pack = new Argument<DirectoryInfo>("PACK") { Description = "The folder that holds pack.yaml." };
        var command = new Command("gate", "Say whether a pack may be released: every public text has a wording in each of its languages; and how many are reviewed.\n\nExample: egov texts gate templates/packs/e-laos") { pack };
        command.SetAction(parse => TextsCommand.Run(parse, output =>
        {
            var folder = parse.GetRequiredValue(pack).FullName;
            var read = PackCheck.Load(folder, production: false).Pack ?? throw new IOException($"The pack in {folder} cannot be read: run 'egov check' on it.");
            return Print(output, TextGate.Of(read, TextsCommand.Locales(parse)));
        }));
        return command;
    }

    private static TextFindings Find(string locales, string? what, DirectoryInfo? pack)
    {
        if (pack is not null)
        {
            return All(Directory.GetFiles(Path.Combine(pack.FullName, "locales"), "*.po").Where(path => what is null || Path.GetFileNameWithoutExtension(path) == what), path =>
            {
                var language = Path.GetFileNameWithoutExtension(path);
                return TextCheck.OfPack(path, Path.Combine(locales, language), $"{pack.Name}/locales/{language}");
            });
        }

        return what is not null && File.Exists(what)
            ? TextCheck.Of(what, what)
            : All(LanguageFolders.Of(locales, what), folder => TextCheck.Folder(folder, $"locales/{Path.GetFileName(folder)}"));
    }

    private static TextFindings All(IEnumerable<string> paths, Func<string, TextFindings> check) =>
        paths.Order(StringComparer.Ordinal).Aggregate(TextFindings.None, (found, path) => found.And(check(path)));

    private static void Print(TextWriter output, IEnumerable<TextProblem> found, string kind)
    {
        foreach (var problem in found)
        {
            output.WriteLine($"{problem.File}:{problem.Line}: {kind}{problem.Message}");
        }
    }

    private static int Print(TextWriter output, TextGate gate)
    {
        foreach (var language in gate.Languages)
        {
            foreach (var text in language.Missing)
            {
                output.WriteLine($"{text.Place}: '{text.Id}' has no wording in '{language.Language}'.");
            }

            output.WriteLine($"{language.Language}: {language.Texts} public texts, {language.Reviewed} reviewed, {language.Translated} translated, {language.Drafts} drafts, {language.Missing.Count} missing");
        }

        output.WriteLine(gate.IsOpen
            ? $"Every public text has a wording in every language; {gate.Reviewed} are reviewed."
            : "Refused: write the missing texts, or take the language out of pack.yaml.");
        return gate.IsOpen ? 0 : 1;
    }
}
