using System.CommandLine;

namespace Platform.Cli.Texts;

/// <summary><c>egov texts export</c> and <c>egov texts import</c>.</summary>
internal static class TextsExchangeCommand
{
    private static readonly Option<DirectoryInfo?> Pack = new("--pack") { Description = "This pack's own texts instead of the platform's." };

    public static Command Export()
    {
        var language = new Argument<string>("LANGUAGE") { Description = "A language tag: a folder below locales." };
        var target = new Option<string>("--output", "-o") { Description = "A file that ends with .xlf (XLIFF 2.1, everything in one), or a folder for PO files.", Required = true };
        var command = new Command("export", "Write a language's texts for a translator's program.\n\nExamples:\n  egov texts export mn --output mn.xlf\n  egov texts export mn --pack templates/packs/e-laos --output for-the-translator/") { language, target, Pack };
        command.SetAction(parse => TextsCommand.Run(parse, output =>
            new TextsExchange(TextsCommand.Locales(parse), parse.GetValue(Pack)?.FullName, output).Export(parse.GetRequiredValue(language), parse.GetRequiredValue(target))));
        return command;
    }

    public static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "What came back: .xlf or .po; its language stands in it." };
        var reviewer = new Option<string?>("--reviewed-by") { Description = "Who read what the file calls reviewed; without a name it counts as translated." };
        var command = new Command("import", "Take a translator's work over. Texts that are not in the file stay as they are.\n\nExample: egov texts import mn.xlf --reviewed-by \"B. Oyuun\"") { file, reviewer, Pack };
        command.SetAction(parse => TextsCommand.Run(parse, output =>
            new TextsExchange(TextsCommand.Locales(parse), parse.GetValue(Pack)?.FullName, output).Import(parse.GetRequiredValue(file).FullName, parse.GetValue(reviewer), TimeProvider.System)));
        return command;
    }
}
