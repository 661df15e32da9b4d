using System.Globalization;
using System.Text;
using Platform.Core.Packs;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>A file of decisions: a list of fields, each with <c>take: ours</c>, <c>take: theirs</c> or <c>take: value</c> and the value.</summary>
internal static class UpgradeChoices
{
    /// <summary>The file with every conflict, still to be decided.</summary>
    public static string Write(PackUpgrade upgrade)
    {
        var file = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            # From {upgrade.Old} to {upgrade.New}. Write behind each 'take': ours, theirs, or value with the
            # value below it, as in 'value: 5 working days'. Any other field may be added.

            """));
        foreach (var change in upgrade.Changes.Where(c => c.Outcome is FieldOutcome.Conflict))
        {
            file.Append(CultureInfo.InvariantCulture, $"- field: {FieldWords.Quoted(change.Path.ToString())}\n");
            foreach (var line in UpgradeReport.Sides(change, upgrade))
            {
                file.Append(CultureInfo.InvariantCulture, $"  # {line.ReplaceLineEndings(" ")}\n");
            }

            file.Append("  take:\n");
        }

        return file.ToString();
    }

    /// <exception cref="UpgradeException">All mistakes.</exception>
    public static Dictionary<FieldPath, FieldChoice> Read(string file, PackUpgrade upgrade)
    {
        var problems = new PackProblems();
        var known = upgrade.Changes.ToDictionary(c => c.Path.ToString(), c => c.Path);
        var choices = new Dictionary<FieldPath, FieldChoice>();
        foreach (var decided in FieldWords.ReadList(Path.GetFileName(file), File.ReadAllText(file), problems, r => Decision(r, known)))
        {
            if (decided.Choice is { } choice)
            {
                choices[decided.Path] = choice;
            }
        }

        return problems.None ? choices : throw new UpgradeException([.. problems.Errors.Select(p => p.ToString()), "Nothing was written."]);
    }

    private static Decided Decision(NodeReader reader, Dictionary<string, FieldPath> known)
    {
        var field = reader.Required("field");
        if (!known.TryGetValue(field, out var path) && field.Length > 0)
        {
            reader.Problems.AddUnknown(reader.At("field"), "This upgrade changes no field '{0}'", field, known.Keys);
        }

        var (take, value) = (reader.Optional("take"), reader.Node("value"));
        if (take == "value" && value is null)
        {
            reader.Problems.Add(reader.At("take"), "'take: value' needs the value: write 'value: ...' below it.");
        }
        else if (take is not (null or "" or "ours" or "theirs" or "value"))
        {
            reader.Problems.Add(reader.At("take"), "'take' must be ours, theirs or value.");
        }

        return new(path ?? new("", []), take switch
        {
            "ours" => FieldChoice.Ours,
            "theirs" => FieldChoice.Theirs,
            "value" when value is not null => FieldChoice.Value(value),
            _ => null,
        });
    }

    private sealed record Decided(FieldPath Path, FieldChoice? Choice);
}
