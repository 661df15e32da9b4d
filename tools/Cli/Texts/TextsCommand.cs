using System.CommandLine;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary><c>egov texts</c>: what translators need.</summary>
internal static class TextsCommand
{
    private static readonly Option<DirectoryInfo> Root = new("--root") { Description = "The repository's root.", DefaultValueFactory = _ => new("."), Recursive = true };

    public static Command Create() =>
        new("texts", "Collect the texts of the code for translators, bring translations up to date, check, count and exchange them.\n\nExamples:\n  egov texts status\n  egov texts update mn\n  egov texts check mn\n  egov texts export mn --output mn.xlf") { Root, Extract(), Update(), Status(), TextsCheckCommand.Check(), TextsExchangeCommand.Export(), TextsExchangeCommand.Import(), TextsCheckCommand.Gate() };

    private static Command Extract()
    {
        var command = new Command("extract", "Write locales/<name>.pot for Core, Web, Host and each module.\n\nExample: egov texts extract");
        command.SetAction(parse => Run(parse, output =>
        {
            foreach (var (name, template) in TextTemplate.Scan(parse.GetRequiredValue(Root).FullName))
            {
                TextFile.Write(Path.Combine(Locales(parse), $"{name}.pot"), template.ToString());
                output.WriteLine($"locales/{name}.pot: {Amount.Of(template.Entries.Count - 1, "text")}");
            }
        }));
        return command;
    }

    private static Command Update()
    {
        var language = new Argument<string>("LANGUAGE") { Description = "A language tag: the name of a folder below locales, which is made if it is not there." };
        var pack = new Option<DirectoryInfo?>("--pack") { Description = "Instead, bring up to date this pack's file of the language, from what its services, forms and templates say." };
        var empty = new Option<bool>("--no-fuzzy-matching") { Description = "Leave new texts empty. Otherwise they begin with the wording of a similar text, if there is one, which nobody sees until a translator has changed it." };
        var command = new Command("update", "Bring a language's files up to the templates; what is translated stays.\n\nExample: egov texts update lo") { language, pack, empty };
        command.SetAction(parse => Run(parse, output =>
        {
            if (parse.GetValue(pack) is { } folder)
            {
                new PackTextsUpdate(folder.FullName, parse.GetRequiredValue(language), similar: !parse.GetValue(empty)).Write(output);
                return;
            }

            new TextsUpdate(Locales(parse), parse.GetRequiredValue(language), similar: !parse.GetValue(empty)).Write(output);
        }));
        return command;
    }

    private static Command Status()
    {
        var file = new Argument<string?>("LANGUAGE|FILE.po") { Description = "One language, compared with the templates below locales, or one file of translations. Without it, all languages.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("status", "Count what is translated; one file as gettext's msgfmt --statistics counts it.\n\nExamples:\n  egov texts status\n  egov texts status dz\n  egov texts status e-bhutan/locales/dz.po") { file };
        command.SetAction(parse => Run(parse, output =>
        {
            if (parse.GetValue(file) is { } one && !LanguageTag.IsValid(one))
            {
                var counted = PoFile.LoadWithFaults(Path.GetFullPath(one)).Count();
                output.WriteLine($"{counted.Translated} translated, {counted.Fuzzy} fuzzy, {counted.Untranslated} untranslated");
                return;
            }

            TextsStatus.Write(Locales(parse), parse.GetValue(file), output);
        }));
        return command;
    }

    /// <summary>The platform's folder of texts.</summary>
    public static string Locales(ParseResult parse) => Path.Combine(parse.GetRequiredValue(Root).FullName, "locales");

    /// <summary>Runs a command that reads and writes files of texts.</summary>
    public static int Run(ParseResult parse, Action<TextWriter> run) => Run(parse, output =>
    {
        run(output);
        return 0;
    });

    /// <inheritdoc cref="Run(ParseResult, Action{TextWriter})"/>
    public static int Run(ParseResult parse, Func<TextWriter, int> run)
    {
        try
        {
            return run(parse.InvocationConfiguration.Output);
        }
        catch (Exception error) when (error is PoException or IOException or UnauthorizedAccessException)
        {
            parse.InvocationConfiguration.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
