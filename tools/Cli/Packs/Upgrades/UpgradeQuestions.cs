using Platform.Core.Packs;
using Spectre.Console;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Asks for a decision on each conflict, one by one.</summary>
internal sealed class UpgradeQuestions(PackUpgrade upgrade, IAnsiConsole console)
{
    private const string Ours = "ours: keep mine";
    private const string Theirs = "theirs: take the base's";
    private const string Value = "value: write another";

    public Dictionary<FieldPath, FieldChoice> Ask()
    {
        var conflicts = upgrade.Changes.Where(c => c.Outcome is FieldOutcome.Conflict).ToList();
        return conflicts.Select((change, i) => (change.Path, Choice: Ask(change, $"{i + 1} of {conflicts.Count}"))).ToDictionary(d => d.Path, d => d.Choice);
    }

    private FieldChoice Ask(FieldChange change, string place)
    {
        console.WriteLine($"{place}: {change.Path}");
        foreach (var line in UpgradeReport.Sides(change, upgrade))
        {
            console.WriteLine($"  {line}");
        }

        return console.Prompt(new SelectionPrompt<string>().Title("What shall hold?").AddChoices(Ours, Theirs, Value)) switch
        {
            Ours => FieldChoice.Ours,
            Theirs => FieldChoice.Theirs,
            _ => FieldChoice.Value(AskValue()),
        };
    }

    private PackNode AskValue()
    {
        var written = console.Prompt(new TextPrompt<string>("The value, as in YAML:").Validate(text =>
            FieldWords.Read(text, out var mistake) is null ? ValidationResult.Error(Markup.Escape(mistake)) : ValidationResult.Success()));
        return FieldWords.Read(written, out _)!;
    }
}
