using Platform.Core.Packs;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Something to correct before an upgrade goes on.</summary>
internal sealed class UpgradeException(params IReadOnlyList<string> lines) : Exception(lines[0])
{
    public IReadOnlyList<string> Lines => lines;

    public static UpgradeException Of(IEnumerable<PackProblem> problems, string end) => new([.. problems.Select(p => $"{p.Source.Layer}/{p}"), end]);
}
