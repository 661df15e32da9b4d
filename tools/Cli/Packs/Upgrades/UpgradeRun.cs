using Platform.Core.Modules;
using Platform.Core.Packs;
using Spectre.Console;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Takes an upgrade from its conflicts to what is written.</summary>
internal sealed class UpgradeRun(string folder, PackUpgrade upgrade, IAnsiConsole console, TextWriter output)
{
    // A script that asked for the upgrade must not take it for done.
    private const int NotYet = 2;
    private const string Untouched = "Nothing was written.";

    public bool Apply { get; init; }

    public bool EvenIfBroken { get; init; }

    /// <summary>Modules from outside that the pack uses.</summary>
    public IReadOnlyList<PlatformModule> Outside { get; init; } = [];

    private bool SomebodySitsAtIt => console.Profile.Capabilities.Interactive && !Apply;

    /// <param name="choicesFile">Decisions; null: they are asked for, where somebody sits at it.</param>
    public int Finish(string? choicesFile)
    {
        var conflicts = upgrade.Changes.Where(c => c.Outcome is FieldOutcome.Conflict).ToList();
        var isDecided = File.Exists(choicesFile);
        if (choicesFile is not null && !isDecided && (conflicts.Count > 0 || !Apply))
        {
            TextFile.Write(choicesFile, UpgradeChoices.Write(upgrade));
            output.WriteLine($"Decide in {choicesFile} and run this again. {Untouched}");
            return NotYet;
        }

        var choices = isDecided ? UpgradeChoices.Read(choicesFile!, upgrade) : SomebodySitsAtIt ? new UpgradeQuestions(upgrade, console).Ask() : [];
        var undecided = conflicts.Where(c => !choices.ContainsKey(c.Path)).ToList();
        if (undecided.Count == 0)
        {
            return Write(upgrade.With(choices));
        }

        // Without a file the report has just named them all.
        undecided.Where(_ => isDecided).ToList().ForEach(c => output.WriteLine($"Nobody has decided {c.Path}."));
        output.WriteLine($"Decide the conflicts with --choices FILE, or where you sit at it. {Untouched}");
        return NotYet;
    }

    private int Write(UpgradedPack upgraded)
    {
        if (upgraded.Problems.Count > 0)
        {
            throw UpgradeException.Of(upgraded.Problems, Untouched);
        }

        if (upgraded.Changes.Count == 0)
        {
            output.WriteLine($"There is nothing to write: the pack stands on {upgrade.New} already.");
            return 0;
        }

        var found = PackCheck.Print(PackCheck.Load(upgraded.Files, production: false, Outside), new(folder, production: false, each: false, output));
        if (found.Problems.Count > 0 && !EvenIfBroken)
        {
            output.WriteLine($"So the pack would be broken: decide otherwise, correct it first, or say --even-if-broken. {Untouched}");
            return 1;
        }

        var files = $"{Amount.Of(upgraded.Changes.Count, "file")} in {string.Join(", ", upgraded.Changes.Select(c => c.Layer).Distinct())}";
        if (!Apply && !(SomebodySitsAtIt && console.Prompt(new ConfirmationPrompt($"Write {files}?") { DefaultValue = false })))
        {
            output.WriteLine($"{files} would be written; say --apply to write them. {Untouched}");
            return NotYet;
        }

        Save(upgraded.Changes);

        output.WriteLine($"Written: {files}. The way back: egov pack upgrade undo {folder}");
        TellNeighbours(upgraded);
        return found.Problems.Count == 0 ? 0 : 1;
    }

    private void Save(IReadOnlyList<FileChange> changes)
    {
        var saved = new SavedUpgrade(folder);
        try
        {
            saved.Write(changes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UpgradeException([error.Message, .. saved.IsUnfinished ? [$"The way back from where it stopped: egov pack upgrade undo {folder}"] : Array.Empty<string>()]);
        }
    }

    // Others on the same base stand on the new one as well.
    private void TellNeighbours(UpgradedPack upgraded)
    {
        var packs = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        var replaced = upgraded.Changes.Select(c => c.Layer).Where(l => l != upgraded.Files.Name).ToHashSet();
        foreach (var other in Directory.EnumerateDirectories(packs).Order().Where(d => Path.GetFileName(d) != upgraded.Files.Name && PackTag.BaseOf(new PackFolder(d)) is { } below && replaced.Contains(below)))
        {
            output.WriteLine($"{Path.GetFileName(other)} stands on the new base as well: see egov check {Path.GetRelativePath(Environment.CurrentDirectory, other)}");
        }
    }
}
